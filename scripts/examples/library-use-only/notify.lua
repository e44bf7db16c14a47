-- Library use only: the item must stay in the reading room, so the notice says so, and the room must be ready first.
-- The template 'ILL Library Use Only' is one of your own: copy 'ILL Borrowing Loan Pickup' and change its words.

---@param request Request
function RoutingDelay(request)
  if request.LibraryUseOnly then
    return Wait.OpenHours(2, "the reading room prepares the item")
  end
end

---@param request Request
function ChooseTemplate(request)
  if request.LibraryUseOnly then
    return Template("ILL Library Use Only", "stays in the reading room")
  end
end
