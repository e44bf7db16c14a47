-- Medical Library: this script has a fault, to show what happens then.
-- Nothing is lost: its requests wait with the reason. Mend the line, and the next sweep goes on.
function RoutingDelay(request)
  return request.Minutes * 2
end
