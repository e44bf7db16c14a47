-- The sandbox holds what the one list of the API describes: what is not described is taken out, and what is described must be there.
local host, std, lib = ...
local rawget, rawnext = std.rawget, std.next

for library, listed in rawnext, host.listed do
  local content = library == "" and lib or host.hidden[lib[library]]
  for name in rawnext, content do
    if not listed[name] then content[name] = nil end
  end
  for name in rawnext, listed do
    if rawget(content, name) == nil then
      std.error("the list of the API describes '" .. name .. "' of the library '" .. library .. "', and the sandbox has no such thing", 0)
    end
  end
end
host.listed = nil
host.open_offers()
