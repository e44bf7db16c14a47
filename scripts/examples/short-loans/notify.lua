-- Short loans: when the item is due back soon, every hour counts. The others can wait for the courier.

-- Loans with fewer days than this are urgent; those with fewer than two need somebody to ask the lender for more time.
local urgent, tooShort = 10, 2

---@param request Request
function RoutingDelay(request)
  local days = request.DaysToDueDate
  if days == nil then
    return nil, "no due date: as usual"
  elseif days < tooShort then
    return Hold("due in " .. days .. " days: ask the lender for a renewal, then release")
  elseif days < urgent then
    return 0, "due in " .. days .. " days"
  end
  return Wait.NextCourier("due in " .. days .. " days")
end
