-- Tables are walked in an order that is always the same: Lua's own changes from one start of the host to the next, and a decision must not.
local host, std, lib = ...
local type, rawget, rawnext = std.type, std.rawget, std.next
local rank = { number = 1, string = 2, boolean = 3 }

local function before(one, other)
  local kind, kind_of_other = type(one), type(other)
  if kind ~= kind_of_other then return (rank[kind] or 4) < (rank[kind_of_other] or 4) end
  if kind == "number" or kind == "string" then return one < other end
  return kind == "boolean" and other and not one
end

local function keys_of(t)
  local keys, in_order = {}, true
  for key in rawnext, t do
    keys[#keys + 1] = key
    in_order = in_order and key == #keys
  end
  if not in_order then std.table.sort(keys, before) end
  return keys
end

-- Numbers come first, then texts, each from the least to the greatest.
function host.walk(t)
  local keys, i = keys_of(t), 0
  return function()
    while true do
      i = i + 1
      local key = keys[i]
      if key == nil then return nil end
      local value = rawget(t, key)
      if value ~= nil then return key, value end
    end
  end
end

function lib.pairs(t)
  local meta = std.debug.getmetatable(t)
  local own = meta and rawget(meta, "__pairs")
  if own then
    local step, state, first = own(t)
    return step, state, first
  end
  if type(t) ~= "table" then
    std.error("bad argument #1 to 'pairs' (table expected, got " .. type(t) .. ")", 2)
  end
  return host.walk(t)
end
