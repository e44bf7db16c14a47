-- Main Library: the main desk has its items at once; the branches get theirs with the next courier.
-- Answer with minutes, with a wait such as Wait.NextCourier(), or with nil for the site's default.
function RoutingDelay(request)
  if request.PickupLocation == "Main Desk" then
    return 0
  end
  if request.PickupLocation == "Science Branch" then
    return Wait.NextCourier("the van to Science")
  end
  return 90
end
