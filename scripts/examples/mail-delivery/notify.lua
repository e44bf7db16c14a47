-- Mail delivery: what is posted to the patron's home does not rest in transit, so only its wording is chosen here.
-- The template 'ILL Loan Delivery Abroad' is one of your own, with the customs form in its words.

local domestic = { [""] = true, ["usa"] = true, ["united states"] = true }

---@param request Request
function ChooseTemplate(request)
  local how = request.IsLoan and request.User.LoanDeliveryMethod or request.User.DeliveryMethod
  if how ~= "Mail to Address" then
    return nil
  end
  if not (request.User.Address and request.User.Zip) then
    -- No mail may promise a parcel that cannot be sent.
    return Suppress("address incomplete: ask the patron, then post it")
  end
  if not domestic[(request.User.Country or ""):lower()] then
    return Template("ILL Loan Delivery Abroad", request.User.Country)
  end
end
