-- A quiet week: from 24 December to 1 January items still arrive, but nobody is to be written to before 2 January, 9 o'clock.
-- (If the library is simply closed then, a closing in the calendar and Wait.NextOpening() do the same.)

local first, last = "12-24", "01-01"

---@param request Request
function RoutingDelay(request)
  local day = request.ArrivedAt:sub(6, 10) -- "2026-12-28T10:15:00": month and day
  if day < first and day > last then
    return nil
  end
  local year = tonumber(request.ArrivedAt:sub(1, 4))
  if day >= first then
    year = year + 1
  end
  local reopening = os.time { year = year, month = 1, day = 2, hour = 9 }
  return Wait.Minutes((reopening - os.time(request.ArrivedAt)) / 60, "quiet week")
end
