-- Courier runs: items travel to the branches by van, and the notice goes out when the van has been there.
-- The timetable is not written here but set once, for the site or for each branch:
--   illaddins calendars set MAIN --courier "Mon-Fri 07:45,13:00"

-- Branches that are not on the van's round; an item gets there with the next day's internal post.
local byPost = { ["Observatory"] = true, ["Field Station"] = true }

---@param request Request
function RoutingDelay(request)
  if request.PickupLocation == "Main Desk" then
    return 0, "collected where it arrived"
  end
  if byPost[request.PickupLocation] then
    return Wait.OpenDays(1, "internal post takes a day")
  end
  -- The van comes; unpacking takes until half past eight at the earliest.
  return Wait.NotBefore(Wait.NextCourier(), "08:30"), "next van"
end
