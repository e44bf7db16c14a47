-- What the prelude expects of Lua's own library and this engine lacks, or cannot be stopped in.
local host, std = ...
local error, type, rawnext = std.error, std.type, std.next
local protect, unpack, metatable = std.protect, std.table.unpack, std.debug.getmetatable

-- A function of .NET that fails would leave its arguments on the engine's stack; one of Lua takes them along.
local function run(f, ...) return f(...) end
function std.pcall(f, ...) return protect(run, f, ...) end

function std.assert(...)
  local value, message = ...
  if value then return ... end
  if std.select("#", ...) == 0 then error("bad argument #1 to 'assert' (value expected)", 2) end
  if std.select("#", ...) < 2 then message = "assertion failed!" end
  error(message, 0)
end

local function step(t, i)
  local value = t[i + 1]
  if value ~= nil then return i + 1, value end
end

function std.ipairs(t)
  if t == nil then error("bad argument #1 to 'ipairs' (table expected, got nil)", 2) end
  return step, t, 0
end

function std.pairs(t) return rawnext, t, nil end

function std.table.unpack(t, first, last)
  if type(t) ~= "table" then error("bad argument #1 to 'unpack' (table expected, got " .. type(t) .. ")", 2) end
  if not metatable(t) then return unpack(t, first, last) end
  first = first == nil and 1 or first
  last = last == nil and #t or last
  local values, count = {}, last - first + 1
  if count >= 30000 then error("too many results to unpack", 2) end
  for i = 1, count do values[i] = t[first + i - 1] end
  return unpack(values, 1, count)
end

-- For the keys of a table alone, which all differ; the script's own sort stands in the prelude.
function std.table.sort(list, before)
  local size, from, to, width = #list, list, {}, 1
  while width < size do
    for left = 1, size, 2 * width do
      local i, middle = left, std.math.min(left + width, size + 1)
      local j, right = middle, std.math.min(left + 2 * width, size + 1)
      for k = left, right - 1 do
        if i < middle and (j >= right or not before(from[j], from[i])) then
          to[k], i = from[i], i + 1
        else
          to[k], j = from[j], j + 1
        end
      end
    end
    from, to, width = to, from, 2 * width
  end
  if from ~= list then
    for i = 1, size do list[i] = from[i] end
  end
end

local after = std.utf8.after
std.utf8.after = nil
function std.utf8.codes(s, lax)
  if type(s) ~= "string" then error("bad argument #1 to 'codes' (string expected, got " .. type(s) .. ")", 2) end
  return function(_, place) return after(s, place, lax) end, s, 0
end

-- Calls a script's function about a view; what it answers beyond an answer and a reason is dropped.
function host.ask(f, view)
  local answer, reason = f(view)
  return answer, reason
end
