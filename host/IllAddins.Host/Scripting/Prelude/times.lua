-- The os library: the time of the question in the site's zone, and nothing else of the machine.
local host, std, lib = ...
local error, type = std.error, std.type
local function pass(...) return ... end

local function told(first, ...)
  if first == false then error((...), 3) end
  return first, ...
end

local function part(t, name, default)
  local value = t[name]
  if value == nil then
    if default then return default end
    error("field '" .. name .. "' missing in date table", 3)
  end
  local number = std.math.tointeger(std.tonumber(value))
  if number == nil then error("field '" .. name .. "' is not an integer", 3) end
  if number > 2147483647 or number < -2147483648 then error("field '" .. name .. "' is out-of-bound", 3) end
  return number
end

local function fields(first, ...)
  if first == false then error((...), 3) end
  local month, day, hour, min, sec, wday, yday, isdst = ...
  return { year = first, month = month, day = day, hour = hour, min = min, sec = sec, wday = wday, yday = yday, isdst = isdst }
end

-- A date as the request's fields have it, on the site's clock.
local function seconds_of(text)
  local year, month, day, hour, min, sec = std.string.match(text, "^(%d%d%d%d)%-(%d%d)%-(%d%d)T(%d%d):(%d%d):(%d%d)$")
  if year then
    return host.time(year, month, day, hour, min, sec)
  end
  return false, "'" .. std.string.sub(text, 1, 40) .. "' is no date such as '2026-11-24T08:30:00'"
end

function lib.now()
  local seconds = host.now()
  if not seconds then
    error("now() answers inside a function that the host calls, not while the script is loaded: what is worked out then would stay as it is.", 2)
  end
  return pass(told(host.date("%Y-%m-%dT%H:%M:%S", seconds, false)))
end

local times = {}

function times.time(t)
  if t == nil then return pass(told(host.now())) end
  if type(t) == "string" then return pass(told(seconds_of(t))) end
  if type(t) ~= "table" then error("bad argument #1 to 'time' (table expected, got " .. type(t) .. ")", 2) end
  local year, month, day = part(t, "year"), part(t, "month"), part(t, "day")
  local seconds = told(host.time(year, month, day, part(t, "hour", 12), part(t, "min", 0), part(t, "sec", 0)))
  if not host.hidden[t] then
    for name, value in std.next, fields(host.moment(seconds, false)) do t[name] = value end
  end
  return seconds
end

function times.date(format, seconds)
  if format == nil then format = "%c" end
  if type(format) ~= "string" then error("bad argument #1 to 'date' (string expected, got " .. type(format) .. ")", 2) end
  if seconds == nil then
    seconds = told(host.now())
  elseif type(seconds) == "string" and std.string.sub(seconds, 5, 5) == "-" then
    seconds = told(seconds_of(seconds))
  else
    local number = std.math.tointeger(std.tonumber(seconds))
    if number == nil then error("bad argument #2 to 'date' (whole number expected, got " .. lib.tostring(seconds) .. ")", 2) end
    seconds = number
  end
  local utc = std.string.sub(format, 1, 1) == "!"
  if utc then format = std.string.sub(format, 2) end
  if std.string.sub(format, 1, 2) == "*t" then return pass(fields(host.moment(seconds, utc))) end
  return pass(told(host.date(format, seconds, utc)))
end

times.difftime = host.telling_line(function(later, earlier) return later - earlier + 0.0 end)

lib.os = host.library("os", times)
