-- Nothing that a script does in one call may last to the next: once it is loaded, its globals and its tables are read-only.
local host, std, lib = ...
local debug, rawget, rawset, rawnext, type = std.debug, std.rawget, std.rawset, std.next, std.type
local error, getmetatable, setmetatable = std.error, std.debug.getmetatable, std.debug.setmetatable

local hidden = {}      -- read-only table -> the table with its content
local globals = {}     -- what the script has defined
local sealed = false
host.hidden, host.globals = hidden, globals

function lib.next(t, key)
  if type(t) ~= "table" then
    error("bad argument #1 to 'next' (table expected, got " .. type(t) .. ")", 2)
  end
  return rawnext(hidden[t] or t, key)
end

local function pairs_of_hidden(t)
  return host.walk(hidden[t])
end

-- Makes `t` an empty front of `content`, which the script cannot reach.
local function front(t, content, meta, refuse)
  meta.__newindex = refuse
  meta.__pairs = meta.__pairs or pairs_of_hidden
  meta.__len = meta.__len or function() return #content end
  meta.__metatable = false
  hidden[t] = content
  return setmetatable(t, meta)
end

function host.library(name, content)
  return front({}, content, { __index = content }, function(_, key)
    error(name .. "." .. std.tostring(key) .. " cannot be set: the library belongs to the host.", 2)
  end)
end

local function refuse_field(_, key)
  error("the field '" .. lib.tostring(key) .. "' cannot be set: a table made while the script was loaded is read-only afterwards, "
    .. "as nothing lasts from one request to the next. Make a new table inside the function.", 2)
end

local function seal_table(t)
  local content, own = {}, getmetatable(t)
  for key, value in rawnext, t do content[key] = value end
  for key in rawnext, content do rawset(t, key, nil) end
  local meta = { __index = content }
  if own then
    for key, value in rawnext, own do
      -- Put into the metatable behind setmetatable's back: a finalizer runs where no limit reaches it.
      if key ~= "__gc" and key ~= "__mode" then meta[key] = value end
    end
    local index = rawget(own, "__index")
    meta.__index = index == nil and content or function(_, key)
      local value = content[key]
      if value ~= nil then return value end
      if type(index) == "function" then return index(t, key) end
      return index[key]
    end
  end
  front(t, content, meta, refuse_field)
end

-- The script's environment: writes define globals until it is sealed.
lib._G = front({}, globals, { __index = setmetatable(globals, { __index = lib }) }, function(_, key, value)
  local name = lib.tostring(key)
  if sealed then
    error("the global '" .. name .. "' cannot be set: globals are read-only once the script is loaded, "
      .. "as nothing lasts from one request to the next. Write 'local " .. name .. "'.", 2)
  end
  if rawget(lib, key) ~= nil then
    error("'" .. name .. "' cannot be set: it belongs to the host. Choose another name.", 2)
  end
  rawset(globals, key, value)
end)

-- Seals everything that the script has made and answers its variables that functions share: their owners, places and names.
function host.seal()
  local owners, places, names = {}, {}, {}
  -- Behind the fronts lie tables that a script can name as a metatable and that must stay as they are.
  local seen, todo = { [lib._G] = true, [globals] = true }, {}
  local function meet(value)
    local kind = type(value)
    if (kind == "table" or kind == "function") and not seen[value] and not hidden[value] then
      seen[value] = true
      todo[#todo + 1] = value
    end
  end
  for _, value in rawnext, lib do
    seen[value] = true
    if value ~= lib._G then
      if hidden[value] then
        seen[hidden[value]] = true
        for _, inner in rawnext, hidden[value] do seen[inner] = true end
      end
    end
  end
  local function meet_variables(f)
    local about = debug.getinfo(f, "S")
    for place = 1, 255 do
      local name, value = debug.getupvalue(f, place)
      if name == nil or about.what == "C" then break end
      local id = debug.upvalueid(f, place)
      if not seen[id] then
        seen[id] = true
        owners[#owners + 1], places[#places + 1], names[#names + 1] = f, place, name
        -- What the host's own functions hold is no affair of the script.
        if about.source ~= "=host" then meet(value) end
      end
    end
  end
  for _, value in rawnext, globals do meet(value) end
  while #todo > 0 do
    local value = todo[#todo]
    todo[#todo] = nil
    if type(value) == "function" then
      meet_variables(value)
    else
      for key, inner in rawnext, value do meet(key) meet(inner) end
      local meta = getmetatable(value)
      if meta then meet(meta) end
      seal_table(value)
    end
  end
  sealed = true
  return owners, places, names
end
