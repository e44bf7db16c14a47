-- VIPs: faculty and rush requests are told at once; everybody else when the courier has been there.
-- Their wording stays the same, except for the library's director.

local atOnce = { ["faculty"] = true, ["emeritus"] = true }

---@param request Request
function RoutingDelay(request)
  -- Staff write a status in many ways; small letters make them alike. A field without a value is nil.
  local status = (request.User.Status or ""):lower()
  if atOnce[status] then
    return 0, status
  end
  if request.Rush and request.Rush:lower() ~= "no" then
    return 0, "rush"
  end
  return Wait.NextCourier()
end

---@param request Request
function ChooseTemplate(request)
  if request.User.UserInfo1 == "Director" then
    return Suppress("the director is told in person: call extension 100")
  end
end
