-- Law Library: half an hour for everything; items that stay in the house go out with the wording for articles kept here.
function RoutingDelay(request)
  return 30
end

-- Answer with a template's name, or nil for the usual choice.
function ChooseTemplate(request)
  if request.LibraryUseOnly then
    return "ILL Library Use Only" -- there is no such template yet: see Needs attention
  end
end
