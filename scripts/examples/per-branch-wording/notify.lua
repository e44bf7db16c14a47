-- Wording for each branch: the Law Library and the Music Library have pickup rules of their own, and so have their notices.
-- The templates are yours: add them to the site, and write their names here in full.

local templates = {
  ["Law Library"] = "ILL Loan Pickup Law",
  ["Music Library"] = "ILL Loan Pickup Music",
}

---@param request Request
function ChooseTemplate(request)
  if not request.IsLoan then
    return nil -- copies are handed out the same way everywhere
  end
  return templates[request.PickupLocation], request.PickupLocation
end
