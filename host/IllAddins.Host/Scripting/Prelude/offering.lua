-- The functions of add-ins, as BranchSlips.Shelf(place): found when they are read, as add-ins come and go. A global of the script's own goes before.
local host, std, lib = ...
local error, library, setmetatable = std.error, host.library, std.setmetatable
local groups = {}

local function member(group, name)
  local wrong = host.unoffered(group, lib.tostring(name))
  if wrong then error(wrong, 2) end
  return function(...)
    local ok, value = host.offered(group, name, ...)
    if not ok then error(value, 2) end
    return value
  end
end

local function offered(_, group)
  if not host.offers(group) then return nil end
  local known = groups[group]
  if known == nil then
    known = library(group, setmetatable({}, { __index = function(_, name) return member(group, name) end }))
    groups[group] = known
  end
  return known
end

-- Called when the library is complete: until then, what it lacks must be missing.
function host.open_offers()
  if host.offers then setmetatable(lib, { __index = offered }) end
end
