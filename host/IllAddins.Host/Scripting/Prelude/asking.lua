-- What a script is asked about: read-only views of the host's tables, whose fields are fetched when they are read.
local host, std, lib = ...
local error, read = std.error, host.read
local views = {}

function host.view(number)
  local view = views[number]
  if view then return view end
  view = std.setmetatable({}, {
    __index = function(_, field)
      local value, inner, wrong = read(number, field)
      if inner then return host.view(inner) end
      if wrong then error(wrong, 2) end
      return value
    end,
    __newindex = function(_, field) error(host.unchangeable(number, field), 2) end,
    __pairs = function(t)
      local names, i = host.names(number), 0
      return function()
        while true do
          i = i + 1
          local name = names[i]
          if name == nil then return nil end
          local value = t[name]
          if value ~= nil then return name, value end
        end
      end
    end,
    __len = function() error("what a script is asked about is no list and has no length", 2) end,
    __metatable = false,
  })
  views[number] = view
  return view
end
