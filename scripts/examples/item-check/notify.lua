-- Items that need a check: sets of several pieces, rare books and whatever the lender wrote a warning about rest until staff
-- have looked at them and press Release (or: illaddins requests release 4711).

-- Words in the special instructions that ask for somebody's eyes.
local warnings = { "fragile", "count pieces", "reading room", "signature" }

---@param request Request
function RoutingDelay(request)
  local pieces = tonumber(request.Pieces) or 1
  if pieces > 1 then
    return Hold("count the pieces: " .. pieces .. " are expected")
  end
  if (request.CallNumber or ""):find("^Rare") then
    return Hold("rare: note its condition on the slip")
  end
  local told = (request.SpecIns or ""):lower()
  for _, warning in ipairs(warnings) do
    -- true at the end: look for the very words, no pattern
    if told:find(warning, 1, true) then
      return Hold("the instructions say '" .. warning .. "'")
    end
  end
  log("nothing to check", request.TransactionNumber)
  return nil
end
