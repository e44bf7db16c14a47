-- The script of every site that has no folder of its own. To give a site its own script, copy this file
-- to scripts/<site code>/notify.lua and edit the copy. An edit counts from the next sweep on; nothing is restarted.
-- `illaddins scripts check` tells what is wrong with a script before anybody waits for a notice.
--
-- As it stands this script changes nothing: both functions answer nil, which means "as the site's settings say".
-- `request` has the transaction's fields by their names in ILLiad, and request.User and request.Site.
-- A misspelt field is an error that names the right one. All that a script can use: ../reference.md; worked examples: ../examples.

-- How many minutes a request rests in "In Transit to Pickup Location"; nil for the site's default.
---@param request Request
function RoutingDelay(request)
  -- A courier needs a day to the law library:
  -- if request.ItemInfo4 == "Law Library" then return 24 * 60 end

  -- Items for use in the library are fetched from the desk at once:
  -- if request.LibraryUseOnly then return 0 end

  return nil
end

-- The name of the notification template; nil for the default choice.
---@param request Request
function ChooseTemplate(request)
  -- if request.LibraryUseOnly then return "ILL Borrowing Library Use Only" end

  return nil
end
