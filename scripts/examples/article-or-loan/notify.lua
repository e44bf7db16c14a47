-- Articles and loans: a copy is the patron's to keep and light to carry, so it goes with the internal post;
-- a loan goes with the courier. A copy of many pages is packed like a loan.

-- "12-48" is 37 pages; nil where the field says something else, e.g. "S. 5 ff."
local function pages(text)
  local from, to = (text or ""):match("^%s*(%d+)%s*%-%s*(%d+)%s*$")
  if from then
    return tonumber(to) - tonumber(from) + 1
  end
end

---@param request Request
function RoutingDelay(request)
  if request.IsArticle and (pages(request.PhotoJournalInclusivePages) or 0) <= 100 then
    return Wait.Until("14:00", "internal post comes at two")
  end
  return Wait.NextCourier()
end

---@param request Request
function ChooseTemplate(request)
  if request.IsArticle and request.ProcessType == "Borrowing" then
    return Template("ILL Borrowing Article Pickup", "copies are always collected")
  end
end
