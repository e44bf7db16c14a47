-- Libraries of the scripts' own, from one folder, loaded with the script and sealed with it.
local host, std, lib = ...
local error, type = std.error, std.type
local loaded, loading = {}, {}

function lib.require(name)
  if type(name) ~= "string" then error("bad argument #1 to 'require' (string expected, got " .. type(name) .. ")", 2) end
  if loaded[name] ~= nil then return loaded[name] end
  if loading[name] then error("the library '" .. name .. "' requires itself, by way of others or at once", 2) end
  local run, wrong = host.compile(name, lib._G)
  if not run then
    -- What does not compile tells its own line.
    error(wrong, std.string.match(wrong, "^lib/[%w_-]+%.lua[: ]") and 0 or 2)
  end
  loading[name] = true
  local value = run(name)
  loading[name] = nil
  if value == nil then value = true end
  loaded[name] = value
  return value
end
