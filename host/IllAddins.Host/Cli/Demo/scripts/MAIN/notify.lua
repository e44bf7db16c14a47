-- Main Library: the courier needs a day to the branches; the main desk has its items at once.
-- Answer with minutes, or nil for the site's default.
function RoutingDelay(request)
  if request.PickupLocation == "Main Desk" then
    return 0
  end
  if request.PickupLocation == "Science Branch" then
    return 24 * 60
  end
  return 90
end
