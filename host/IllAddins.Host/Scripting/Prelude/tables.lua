-- The table and math libraries. What could go round for ever inside Lua's own C code is written in Lua here, where it can be stopped.
local host, std, lib = ...
local own, error, type, select = std.table, std.error, std.type, std.select
local tables = { pack = own.pack, unpack = own.unpack }

local function checked(t, name)
  if type(t) ~= "table" then error("bad argument #1 to '" .. name .. "' (table expected, got " .. type(t) .. ")", 0) end
end

local function place(value, index, name)
  local number = std.math.tointeger(std.tonumber(value))
  if number == nil then
    error("bad argument #" .. index .. " to '" .. name .. "' (whole number expected, got " .. lib.tostring(value) .. ")", 0)
  end
  return number
end

local function insert(t, ...)
  checked(t, "insert")
  local size, count = #t, select("#", ...)
  if count == 1 then
    t[size + 1] = (...)
  elseif count == 2 then
    local at, value = ...
    at = place(at, 2, "insert")
    if at < 1 or at > size + 1 then error("bad argument #2 to 'insert' (position out of bounds)", 0) end
    for i = size, at, -1 do t[i + 1] = t[i] end
    t[at] = value
  else
    error("wrong number of arguments to 'insert'", 0)
  end
end

local function remove(t, at)
  checked(t, "remove")
  local size = #t
  at = at == nil and size or place(at, 2, "remove")
  if at ~= size and (at < 1 or at > size + 1) then error("bad argument #2 to 'remove' (position out of bounds)", 0) end
  local value = t[at]
  for i = at, size - 1 do t[i] = t[i + 1] end
  t[std.math.max(at, size)] = nil
  return value
end

local function move(from, first, last, at, to)
  checked(from, "move")
  first, last, at = place(first, 2, "move"), place(last, 3, "move"), place(at, 4, "move")
  to = to == nil and from or to
  checked(to, "move")
  if at > last or at <= first or to ~= from then
    for i = 0, last - first do to[at + i] = from[first + i] end
  else
    for i = last - first, 0, -1 do to[at + i] = from[first + i] end
  end
  return to
end

-- Puts two neighbouring runs of values that are in order into one; of equal values the first stays the first.
local function merge(from, to, left, middle, right, before)
  local i, j = left, middle
  for k = left, right - 1 do
    local second = j < right
    if second and i < middle then
      local one, other = from[i], from[j]
      if before then second = before(other, one) else second = other < one end
    end
    if second then
      to[k], j = from[j], j + 1
    else
      to[k], i = from[i], i + 1
    end
  end
end

-- Lua's own compares long texts where it cannot be stopped, takes a list's length on trust, and for a large list asks the clock where to begin.
local function sort(t, before)
  checked(t, "sort")
  if before ~= nil and type(before) ~= "function" then
    error("bad argument #2 to 'sort' (function expected, got " .. type(before) .. ")", 0)
  end
  local size, from, to, width = #t, {}, {}, 1
  for i = 1, size do from[i] = t[i] end
  while width < size do
    for left = 1, size, 2 * width do
      merge(from, to, left, std.math.min(left + width, size + 1), std.math.min(left + 2 * width, size + 1), before)
    end
    from, to, width = to, from, 2 * width
  end
  for i = 1, size do t[i] = from[i] end
end

-- What a metatable answers is fetched in Lua: Lua's own would go on where it cannot be stopped.
local function concat(t, between, first, last)
  if type(t) ~= "table" or not std.debug.getmetatable(t) then return own.concat(t, between, first, last) end
  first = first == nil and 1 or place(first, 3, "concat")
  last = last == nil and #t or place(last, 4, "concat")
  local values = {}
  for i = first, last do
    values[i] = t[i]
    if values[i] == nil then break end
  end
  return own.concat(values, between, first, last)
end

tables.concat = host.telling_line(concat)
tables.insert = host.telling_line(insert)
tables.move = host.telling_line(move)
tables.remove = host.telling_line(remove)
tables.sort = host.telling_line(sort)
lib.table = host.library("table", tables)

-- Without random: the same question must get the same answer.
local numbers = {}
for name, value in std.pairs(std.math) do numbers[name] = value end
numbers.random, numbers.randomseed = nil, nil
lib.math = host.library("math", numbers)
