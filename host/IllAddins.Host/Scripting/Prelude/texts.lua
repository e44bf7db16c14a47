-- The string and utf8 libraries. Searching is the host's, step by step within a limit; Lua's own cannot be stopped.
local host, std, lib = ...
local own, error, type, select = std.string, std.error, std.type, std.select
local sub = own.sub
local texts = {}
local every = 32   -- as many captures as a pattern may have

for _, name in std.ipairs { "byte", "char", "len", "lower", "reverse", "sub", "upper" } do
  texts[name] = own[name]
end

local function text(value, place, name)
  local kind = type(value)
  if kind == "string" then return value end
  if kind == "number" then return std.tostring(value) end
  error("bad argument #" .. place .. " to '" .. name .. "' (string expected, got " .. kind .. ")", 3)
end

local function whole(value, place, name, default)
  if value == nil then return default end
  local number = std.math.tointeger(std.tonumber(value))
  if number == nil then
    error("bad argument #" .. place .. " to '" .. name .. "' (whole number expected, got " .. lib.tostring(value) .. ")", 3)
  end
  return number
end

-- The host answers false and a message where it would raise an error.
local function found(first, ...)
  if first == false then error((...), 3) end
  if first == nil then return nil end
  return first, ...
end

local function caught(first, last, ...)
  if first == false then error(last, 3) end
  if first == nil then return nil end
  return ...
end

local function pass(...) return ... end   -- keeps the caller's frame, so that the levels above hold

function texts.find(s, pattern, init, plain)
  s, pattern, init = text(s, 1, "find"), text(pattern, 2, "find"), whole(init, 3, "find", 1)
  return pass(found(host.find(s, pattern, init, plain and true or false)))
end

function texts.match(s, pattern, init)
  s, pattern, init = text(s, 1, "match"), text(pattern, 2, "match"), whole(init, 3, "match", 1)
  return pass(caught(host.scan(s, pattern, init, -1, true, every)))
end

function texts.gmatch(s, pattern, init)
  s, pattern, init = text(s, 1, "gmatch"), text(pattern, 2, "gmatch"), whole(init, 3, "gmatch", 1)
  local at, last = init, -1
  local function step(first, final, ...)
    if first == false then error(final, 3) end
    if first == nil then return nil end
    at, last = final + 1, final + 1
    return ...
  end
  return function() return pass(step(host.scan(s, pattern, at, last, false, every))) end
end

local function choose(repl, kind, first, final, ...)
  if first == false then error(final, 3) end
  if first == nil then return nil end
  local value
  if kind == "function" then value = repl(...) else value = repl[(...)] end
  local got = type(value)
  if value and got ~= "string" and got ~= "number" then
    error("invalid replacement value (a " .. got .. ")", 3)
  end
  return first, final, value
end

function texts.gsub(s, pattern, repl, most)
  s, pattern = text(s, 1, "gsub"), text(pattern, 2, "gsub")
  most = whole(most, 4, "gsub", #s + 1)
  local kind = type(repl)
  if kind == "string" or kind == "number" then return pass(found(host.replace(s, pattern, std.tostring(repl), most))) end
  if kind ~= "table" and kind ~= "function" then
    error("bad argument #3 to 'gsub' (string/function/table expected, got " .. kind .. ")", 2)
  end
  local wanted = kind == "table" and 1 or every
  local pieces, count, at, last = {}, 0, 1, -1
  while count < most do
    local first, final, value = choose(repl, kind, host.scan(s, pattern, at, last, true, wanted))
    if first == nil then break end
    pieces[#pieces + 1] = sub(s, at, first - 1)
    pieces[#pieces + 1] = value or sub(s, first, final)
    count, at, last = count + 1, final + 1, final + 1
    if sub(pattern, 1, 1) == "^" then break end
  end
  pieces[#pieces + 1] = sub(s, at)
  return std.table.concat(pieces), count
end

-- Lua's own goes round for ever over the empty text.
local repeated = host.telling_line(own.rep, 4)
function texts.rep(s, n, between)
  if s == "" and (between == nil or between == "") then return "" end
  return pass(repeated(s, n, between))
end

local formatted = host.telling_line(own.format, 4)
function texts.format(pattern, ...)
  -- Also where the search was given up, which is answered with false.
  if type(pattern) == "string" and host.scan(pattern, "%%[^%a%%]*p", 1, -1, false, 1) ~= nil then
    error("invalid conversion '%p' to 'format': addresses differ from run to run, and a decision must not", 2)
  end
  local count, values = select("#", ...), nil
  -- To select from many takes long: each time all that follow are handed over.
  local many = count > 8 and { ... }
  for i = 1, count do
    local value
    if many then value = many[i] else value = (select(i, ...)) end
    local kind = type(value)
    if kind == "table" or kind == "function" then
      values = values or { ... }
      values[i] = lib.tostring(values[i])
    end
  end
  if values then return pass(formatted(pattern, std.table.unpack(values, 1, count))) end
  return pass(formatted(pattern, ...))
end

std.debug.getmetatable("").__index = texts
lib.string = host.library("string", texts)
lib.utf8 = host.library("utf8", std.utf8)
