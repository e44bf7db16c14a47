-- Law Library: an item that comes in while the desk is closed waits for the next opening; items that stay in the house go out with the wording for articles kept here.
function RoutingDelay(request)
  if request.IsOpen then
    return 30
  end
  return Wait.NextOpening("the desk is closed")
end

-- Answer with a template's name, or nil for the usual choice.
function ChooseTemplate(request)
  if request.LibraryUseOnly then
    return "ILL Library Use Only" -- there is no such template yet: see Needs attention
  end
end
