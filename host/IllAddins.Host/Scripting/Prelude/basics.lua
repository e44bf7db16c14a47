-- The functions without a library: what is safe as it is, and safe forms of the rest.
local host, std, lib = ...
local error, pcall, rawget, type = std.error, std.pcall, std.rawget, std.type

for _, name in std.ipairs { "assert", "error", "ipairs", "pcall", "rawequal", "select", "tonumber", "type", "_VERSION" } do
  lib[name] = std[name]
end

-- Calls a function so that its error tells the script's line and not one inside the library; `depth` counts the library's own frames.
local function settle(depth, ok, ...)
  if ok then return ... end
  local wrong = ...
  if type(wrong) ~= "string" or std.string.sub(wrong, 1, #host.chunk + 1) == host.chunk .. ":"
    or std.string.match(wrong, "^lib/[%w_-]+%.lua:%d+: ") then
    error(wrong, 0)
  end
  error(std.string.match(wrong, "^host:%d+: (.*)$") or wrong, depth)
end

local function pass(...) return ... end   -- keeps the caller's frame, so that the levels hold

function host.telling_line(f, depth)
  return function(...) return pass(settle(depth or 3, pcall(f, ...))) end
end

-- Addresses differ from run to run, and a decision must not.
function lib.tostring(value)
  local kind = type(value)
  if kind == "table" or kind == "function" then
    local meta = std.debug.getmetatable(value)
    if not (meta and rawget(meta, "__tostring")) then
      return meta and type(rawget(meta, "__name")) == "string" and rawget(meta, "__name") or kind
    end
  end
  return std.tostring(value)
end

-- A message handler of Lua's own xpcall runs where no limit of time can reach it.
function lib.xpcall(f, handler, ...)
  if type(handler) ~= "function" then
    error("bad argument #2 to 'xpcall' (function expected, got " .. type(handler) .. ")", 2)
  end
  local function answer(ok, ...)
    if ok then return true, ... end
    return false, std.select(2, pcall(handler, ...))
  end
  return answer(pcall(f, ...))
end

local refused = {
  __gc = "a script does not see when memory is collected",
  __mode = "what weak tables hold depends on when memory is collected, and a decision must not",
}

function lib.setmetatable(t, meta)
  if type(t) ~= "table" then
    error("bad argument #1 to 'setmetatable' (table expected, got " .. type(t) .. ")", 2)
  end
  if meta ~= nil and type(meta) ~= "table" then
    error("bad argument #2 to 'setmetatable' (nil or table expected)", 2)
  end
  meta = host.hidden[meta] or meta
  for name, why in std.next, refused do
    if meta and rawget(meta, name) ~= nil then error("setmetatable with " .. name .. " is not available: " .. why .. ".", 2) end
  end
  local own = std.debug.getmetatable(t)
  if own and rawget(own, "__metatable") ~= nil then error("cannot change a protected metatable", 2) end
  return std.setmetatable(t, meta)
end
