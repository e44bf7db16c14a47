-- What a script is asked about: read-only views of the host's tables. The host puts the fields that a script was seen to read
-- into a view's content before each call, and says which have no value; the others are fetched when they are read.
local host, std, lib = ...
local error, read, setmetatable = std.error, host.read, std.setmetatable
local views = {}
host.contents, host.nothings = {}, {}

function host.view(number)
  local view = views[number]
  if view then return view end
  local nothing = {}
  local content = setmetatable({}, {
    __index = function(_, field)
      if nothing[field] then return nil end
      local value, inner, wrong = read(number, field, true)
      if inner then return host.view(inner) end
      if wrong then error(wrong, 2) end
      return value
    end,
  })
  view = setmetatable({}, {
    __index = content,
    __newindex = function(_, field) error(host.unchangeable(number, field), 2) end,
    __pairs = function()
      local names, i = host.names(number), 0
      return function()
        while true do
          i = i + 1
          local name = names[i]
          if name == nil then return nil end
          local value, inner = read(number, name, false)
          if inner then value = host.view(inner) end
          if value ~= nil then return name, value end
        end
      end
    end,
    __len = function() error("what a script is asked about is no list and has no length", 2) end,
    __metatable = false,
  })
  views[number], host.contents[number], host.nothings[number] = view, content, nothing
  return view
end
