-- What a script may answer: values that only the host can make and read, and its log.
local host, std, lib = ...
local error, type = std.error, std.type

std.debug.setmetatable(host.no_answer, {
  __index = function(_, field)
    error("'" .. lib.tostring(field) .. "' cannot be read: " .. host.no_fields, 2)
  end,
  __newindex = function() error(host.no_fields .. " and cannot be changed", 2) end,
  __tostring = host.words,
  __metatable = false,
})

local groups = {}
for name, make in std.next, host.constructors do
  local group, own = std.string.match(name, "^(%a+)%.(%a+)$")
  if group then
    groups[group] = groups[group] or {}
    groups[group][own] = make
  else
    lib[name] = make
  end
end
for name, content in std.next, groups do
  std.setmetatable(content, { __index = function(_, own)
    error(host.unknown(name, lib.tostring(own)), 2)
  end })
  lib[name] = host.library(name, content)
end

function lib.log(...)
  local words = {}
  for place = 1, std.select("#", ...) do words[place] = lib.tostring((std.select(place, ...))) end
  host.log(std.table.concat(words, " "))
end
