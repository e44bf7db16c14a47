-- Weekends: what arrives on a Friday afternoon or at the weekend is told on the morning of the next day on which the library is open.
-- That is a Saturday where the calendar has hours for Saturdays, else Monday, or Tuesday after a holiday.

---@param request Request
function RoutingDelay(request)
  local day, hour = request.Weekday, request.Hour
  local weekend = day == "Saturday" or day == "Sunday" or (day == "Friday" and hour >= 15)
  if weekend then
    return Wait.NotBefore(Wait.OpenDays(1), "09:00"), "after the weekend"
  end
  -- On working days nobody is written to at night.
  return Wait.NextOpening("in opening hours")
end
