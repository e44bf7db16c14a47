---@meta
-- What a site script can use, for editors. Made by: scripts reference --write. Edits are lost; nothing here is run.

---A request that a script is asked about. Dates are texts on the site's clock such as "2026-11-24T08:30:00": a later one is the greater text.
---@class Request
---@field User User The patron.
---@field Site Site The site whose script is asked.
---@field PickupLocation string Where the patron collects the item, from the field that the site keeps it in; the user's NVTGC where that is empty.
---@field ArrivedAt string When the request arrived at its present status; for RoutingDelay, when it entered transit.
---@field Weekday string The day of the arrival on the site's clock: Monday to Sunday.
---@field Hour integer The hour of the arrival on the site's clock: 0 to 23.
---@field IsOpen boolean Whether the place was open at the arrival, by its calendar; false where it has no opening hours.
---@field MinutesToNextOpening integer? Minutes from the arrival to the next opening of the place, 0 where it was open; nil where no opening is known.
---@field MinutesToNextCourier integer? Minutes from the arrival to the next courier; nil where none is known.
---@field DaysToDueDate integer? Days from the day of the arrival to the due date, below 0 where that is past; nil without a due date.
---@field IsLoan boolean Whether RequestType is Loan, whatever its capitals.
---@field IsArticle boolean Whether RequestType is Article, whatever its capitals.
---@field TransactionNumber integer? The request's number.
---@field Username string? The patron's user name.
---@field RequestType string? Loan or Article.
---@field ProcessType string? Borrowing, Doc Del or Lending.
---@field TransactionStatus string? Where the request stands, e.g. In Transit to Pickup Location; sites add their own.
---@field TransactionDate string? When the request was last routed.
---@field CreationDate string? When the patron placed the request.
---@field InProcessDate string? When work on the request began.
---@field DueDate string? When the item is due back.
---@field RenewalsAllowed boolean? Whether the lender allows renewals.
---@field LibraryUseOnly boolean? Whether the item must be used in the library.
---@field Pieces string? How many pieces the item has.
---@field LoanTitle string? The title of a loan.
---@field LoanAuthor string? The author of a loan.
---@field LoanPublisher string? The publisher of a loan.
---@field LoanPlace string? The place of publication of a loan.
---@field LoanDate string? The date of publication of a loan, as written.
---@field LoanEdition string? The edition of a loan.
---@field PhotoJournalTitle string? The title of the journal or book that an article is in.
---@field PhotoJournalVolume string? The volume that an article is in.
---@field PhotoJournalIssue string? The issue that an article is in.
---@field PhotoJournalMonth string? The month of the issue that an article is in.
---@field PhotoJournalYear string? The year of the issue that an article is in.
---@field PhotoJournalInclusivePages string? The pages of an article.
---@field PhotoArticleTitle string? The title of an article.
---@field PhotoArticleAuthor string? The author of an article.
---@field ISSN string? The ISSN or ISBN of the item.
---@field ILLNumber string? The number of the request at the union catalogue that it was placed through.
---@field ESPNumber string? The number of the item's record in that catalogue.
---@field LendingLibrary string? The symbol of the library that lends the item.
---@field LendingString string? The symbols of the libraries that were asked, in order.
---@field CallNumber string? The call number of the item.
---@field Location string? The location of the item.
---@field ItemNumber string? The item's own number, often a barcode.
---@field ReferenceNumber string? A reference number of the lender or of the staff.
---@field DeliveryMethod string? How the item is delivered: Hold for Pickup or Mail to Address.
---@field Web boolean? Whether an article is delivered online.
---@field SpecIns string? Special instructions of the patron.
---@field SpecialService string? A special service that was asked for.
---@field ReasonForCancellation string? Why the request was cancelled.
---@field DocumentType string? The type of the document, e.g. Book.
---@field WantedBy string? The format or the place that the patron wants, as the site uses the field.
---@field NotWantedAfter string? The date after which the patron does not want the item, as written.
---@field Rush string? Whether and how the request is a rush, as written.
---@field ItemInfo1 string? A field of the site's own.
---@field ItemInfo2 string? A field of the site's own.
---@field ItemInfo3 string? A field of the site's own.
---@field ItemInfo4 string? A field of the site's own; often the pickup location.
---@field ItemInfo5 string? A field of the site's own.
---@field CitedIn string? Where the patron found the citation.
---@field CitedTitle string? The title of the citing work.
---@field CitedDate string? The date of the citing work, as written.
---@field CitedVolume string? The volume of the citing work.
---@field CitedPages string? The pages of the citing work.
---@field Patron string? The patron of a lending request.
---@field OriginalTN integer? The number of the request that this one was made from.
---@field OriginalNVTGC string? The site of the request that this one was made from.
---@field BorrowerNVTGC string? The site that borrows.

---The patron of a request.
---@class User
---@field UserName string? The patron's user name.
---@field ExternalUserId string? The name at the sign-on system of the institution.
---@field LastName string? The last name.
---@field FirstName string? The first name.
---@field SSN string? The number of the library card, often a barcode.
---@field Status string? What the patron is, e.g. Faculty or Undergraduate.
---@field EMailAddress string? The e-mail address.
---@field Phone string? The telephone number.
---@field MobilePhone string? The mobile telephone number.
---@field Department string? The department.
---@field NVTGC string? The code of the patron's site.
---@field NotificationMethod string? How the patron wants to be told: Electronic, Phone or Mail.
---@field DeliveryMethod string? How articles are delivered: Hold for Pickup or Mail to Address.
---@field LoanDeliveryMethod string? How loans are delivered: Hold for Pickup or Mail to Address.
---@field LastChangedDate string? When the patron's record was last changed.
---@field AuthorizedUsers string? Who else may collect items.
---@field Cleared string? Whether the patron may place requests, e.g. Yes.
---@field Web boolean? Whether articles are delivered online.
---@field Address string? The first line of the postal address.
---@field Address2 string? The second line of the postal address.
---@field City string? The city.
---@field State string? The state.
---@field Zip string? The postal code.
---@field Country string? The country.
---@field Site string? The pickup location, unless the site keeps it elsewhere.
---@field Number string? A number of the patron's, as the site uses the field.
---@field Organization string? The organization.
---@field Fax string? The fax number.
---@field ExpirationDate string? When the patron's record expires.
---@field UserInfo1 string? A field of the site's own.
---@field UserInfo2 string? A field of the site's own.
---@field UserInfo3 string? A field of the site's own.
---@field UserInfo4 string? A field of the site's own.
---@field UserInfo5 string? A field of the site's own.

---The site whose script is asked.
---@class Site
---@field NVTGC string The site's code.
---@field Name string The site's name.
---@field TimeZone string The site's time zone, e.g. America/New_York.
---@field DefaultDelayMinutes integer How long a request rests in transit where the script answers nil.

---What Wait makes; a script can only return it.
---@class Wait

---What Hold makes; a script can only return it.
---@class Hold

---What Template makes; a script can only return it.
---@class Template

---What Suppress makes; a script can only return it.
---@class Suppress

---@class WaitFunctions
Wait = {}

---@class stringlib
string = {}

---@class utf8lib
utf8 = {}

---@class tablelib
table = {}

---@class mathlib
math = {}

---@class oslib
os = {}

-- The two functions of a script

---Says how long a request rests in transit, counted from its arrival there: a number of minutes from 0 to 43200, a wait such as Wait.Until("08:30"), Hold("why"), or nil for the site's default.
---@param request Request The request that is asked about; it can be read and not changed.
---@return number|Wait|Hold|nil
---@return string?
function RoutingDelay(request) end

---Says which template a notice is written from: its name, Template("name"), Suppress("why") for no mail at all, or nil for the usual choice.
---@param request Request The request that is asked about; it can be read and not changed.
---@return string|Template|Suppress|nil
---@return string?
function ChooseTemplate(request) end

-- Answers

---Waits so many minutes from the arrival in transit. E.g. Wait.Minutes(2)
---@param minutes number 0 to 43200.
---@param reason? string Why, in a few words that staff read beside the decision.
---@return Wait
function Wait.Minutes(minutes, reason) end

---Waits so many hours from the arrival in transit, whether the library is open or not. E.g. Wait.Hours(2)
---@param hours number 0 to 720.
---@param reason? string Why, in a few words that staff read beside the decision.
---@return Wait
function Wait.Hours(hours, reason) end

---Waits until the place has been open for so many hours since the arrival, by its calendar. E.g. Wait.OpenHours(2)
---@param hours number 0 to 720.
---@param reason? string Why, in a few words that staff read beside the decision.
---@return Wait
function Wait.OpenHours(hours, reason) end

---Waits until the place opens on the so-manieth open day after the day of arrival, by its calendar; 0 is the day of arrival itself. E.g. Wait.OpenDays(2)
---@param days integer 0 to 30.
---@param reason? string Why, in a few words that staff read beside the decision.
---@return Wait
function Wait.OpenDays(days, reason) end

---Waits until the next such time on the site's clock, at or after the arrival. E.g. Wait.Until("08:30")
---@param time string A time of day on the site's clock with hours and minutes, from "00:00" to "23:59".
---@param reason? string Why, in a few words that staff read beside the decision.
---@return Wait
function Wait.Until(time, reason) end

---Waits until the place is open by its calendar; not at all where it is open at the arrival. E.g. Wait.NextOpening()
---@param reason? string Why, in a few words that staff read beside the decision.
---@return Wait
function Wait.NextOpening(reason) end

---Waits until the next courier has come, by the courier timetable of the pickup location or else of the site. E.g. Wait.NextCourier()
---@param reason? string Why, in a few words that staff read beside the decision.
---@return Wait
function Wait.NextCourier(reason) end

---Waits as the other wait says, and where that ends earlier in the day than the time, until that time of the same day. E.g. Wait.NotBefore(Wait.Hours(2), "08:30")
---@param other Wait The wait that comes first.
---@param time string A time of day on the site's clock with hours and minutes, from "00:00" to "23:59".
---@param reason? string Why, in a few words that staff read beside the decision.
---@return Wait
function Wait.NotBefore(other, time, reason) end

---Lets the request rest until staff release it. E.g. Hold("check the box")
---@param reason string Why, in words that tell staff what to do.
---@return Hold
function Hold(reason) end

---Chooses the notification template. E.g. Template("ILL Borrowing Loan Pickup")
---@param name string The template's name; capitals do not matter.
---@param reason? string Why, in a few words that staff read beside the decision.
---@return Template
function Template(name, reason) end

---Sends no mail: the request stays where it is, and staff see the reason. E.g. Suppress("told at the desk")
---@param reason string Why, in words that tell staff what to do.
---@return Suppress
function Suppress(reason) end

-- The host

---Writes a line into the script's log, which `scripts log` prints. At most 100 lines of 1,000 characters are kept of a call. Log request.TransactionNumber rather than names: patrons are nobody's business there.
---@param ... any What to write; values are divided by spaces.
function log(...) end

---The present on the site's clock, in the form of the request's dates: now() > request.DueDate means that the due date is past. Only inside functions. A request may be decided again later and then gets another answer; the fields of its arrival stay as they are.
---@return string
function now() end

---Loads scripts/lib/NAME.lua once and answers what it returns. Only at the top of a script, outside of functions.
---@param name string The file's name without .lua; letters, digits, _ and -.
---@return any
function require(name) end

-- Lua itself

---The script's own globals; read-only once the script is loaded.
---@type table
_G = nil

---"Lua 5.4".
---@type string
_VERSION = nil

---Raises an error where the value is nil or false; else answers all that it was handed.
---@param value any Any value.
---@param message? any What the error says.
---@param ... any Answered as well.
---@return any
function assert(value, message, ...) end

---Ends the call with an error: the request is held, and staff see the text with file and line.
---@param message any A text that says what is wrong and what to do.
---@param level? integer Whose line is told: 1 this function's, 2 its caller's, 0 none.
function error(message, level) end

---Goes through a list: for place, value in ipairs(list) do ... end
---@generic T: table, V
---@param list T A table with values at 1, 2, 3 and so on.
---@return fun(table: V[], i?: integer): integer, V
function ipairs(list) end

---Goes through a table: numbers first, then texts, each from the least to the greatest.
---@generic T: table, K, V
---@param table T Any table, also the request.
---@return fun(table: table<K, V>, key?: K): K, V
function pairs(table) end

---The entry of a table that comes after a key.
---@param table table A table.
---@param key? any A key of it; nil for the first entry.
---@return any
---@return any
function next(table, key) end

---Calls a function and answers true and what it returned, or false and the error.
---@param f function The function to call.
---@param ... any What the function is handed.
---@return boolean
---@return any
function pcall(f, ...) end

---As pcall, and hands the error to a function of yours.
---@param f function The function to call.
---@param handler function Is handed the error; what it returns is answered.
---@param ... any What the function is handed.
---@return boolean
---@return any
function xpcall(f, handler, ...) end

---Whether two values are the same, whatever their metatables say.
---@param one any A value.
---@param other any Another.
---@return boolean
function rawequal(one, other) end

---The values after a place, or with "#" how many there are.
---@param place integer|"#" 1 is the first; below 0 counts from the end.
---@param ... any The values.
---@return any
function select(place, ...) end

---Gives a table a metatable; __gc and __mode are refused.
---@generic T: table
---@param table T A table made in the same call.
---@param metatable table? What it behaves like; nil takes it away.
---@return T
function setmetatable(table, metatable) end

---The number that a text stands for; nil where it stands for none.
---@param value any Any value.
---@param base? integer 2 to 36; 10 where it is left out.
---@return number?
function tonumber(value, base) end

---A value as a text.
---@param value any Any value.
---@return string
function tostring(value) end

---"nil", "number", "string", "boolean", "table", "function" or "userdata" (an answer such as Wait.Hours(2)).
---@param value any Any value.
---@return string
function type(value) end

-- Texts (string)

---The bytes at some places.
---@param s string The text.
---@param first? integer The first place; 1 where it is left out, below 0 counts from the end.
---@param last? integer The last place; below 0 counts from the end.
---@return integer ...
function string.byte(s, first, last) end

---The text of some bytes.
---@param ... integer Bytes, 0 to 255.
---@return string
function string.char(...) end

---Where a pattern is found first: its first and last place and its captures; nil where it is not found.
---@param s string The text.
---@param pattern string A pattern of Lua, e.g. "^Law" or "%d+".
---@param init? integer Where to begin; 1 where it is left out, below 0 counts from the end.
---@param plain? boolean Look for the very letters, no pattern.
---@return integer?
---@return integer?
---@return any ...
function string.find(s, pattern, init, plain) end

---Fills a text: ("%s, %d days"):format(title, days).
---@param format string %s for a text, %d for a whole number, %.1f for a number, %q for a quoted text, %% for %.
---@param ... any What is filled in.
---@return string
function string.format(format, ...) end

---Goes through all places where a pattern is found: for word in title:gmatch("%a+") do ... end
---@param s string The text.
---@param pattern string A pattern of Lua, e.g. "^Law" or "%d+".
---@param init? integer Where to begin; 1 where it is left out, below 0 counts from the end.
---@return fun(): string, ...
function string.gmatch(s, pattern, init) end

---Replaces a pattern; answers the new text and how often it was found.
---@param s string The text.
---@param pattern string A pattern of Lua, e.g. "^Law" or "%d+".
---@param replacement string|number|table|function A text (%1 is the first capture), a table that is looked up, or a function that is asked.
---@param most? integer How often at most.
---@return string
---@return integer
function string.gsub(s, pattern, replacement, most) end

---How many bytes a text has, as #s.
---@param s string The text.
---@return integer
function string.len(s) end

---With small letters.
---@param s string The text.
---@return string
function string.lower(s) end

---What a pattern finds first: its captures, or the whole match; nil where it is not found.
---@param s string The text.
---@param pattern string A pattern of Lua, e.g. "^Law" or "%d+".
---@param init? integer Where to begin; 1 where it is left out, below 0 counts from the end.
---@return any ...
function string.match(s, pattern, init) end

---A text several times.
---@param s string The text.
---@param n integer How often.
---@param between? string What stands between.
---@return string
function string.rep(s, n, between) end

---The bytes the other way round.
---@param s string The text.
---@return string
function string.reverse(s) end

---A part of a text: ("Law Library"):sub(1, 3) is "Law".
---@param s string The text.
---@param first integer The first place; below 0 counts from the end.
---@param last? integer The last place; below 0 counts from the end.
---@return string
function string.sub(s, first, last) end

---With capitals.
---@param s string The text.
---@return string
function string.upper(s) end

-- Characters (utf8)

---A pattern that finds one character.
---@type string
utf8.charpattern = nil

---The text of some characters.
---@param ... integer Their numbers in Unicode.
---@return string
function utf8.char(...) end

---The numbers of characters.
---@param s string The text.
---@param first? integer The first place; 1 where it is left out, below 0 counts from the end.
---@param last? integer The last place; below 0 counts from the end.
---@param lax? boolean Also take what is no valid character.
---@return integer ...
function utf8.codepoint(s, first, last, lax) end

---Goes through a text: for place, character in utf8.codes(s) do ... end
---@param s string The text.
---@param lax? boolean Also take what is no valid character.
---@return fun(s: string, place?: integer): integer, integer
function utf8.codes(s, lax) end

---How many characters a text has; nil and the place of what is none.
---@param s string The text.
---@param first? integer The first place; 1 where it is left out, below 0 counts from the end.
---@param last? integer The last place; below 0 counts from the end.
---@param lax? boolean Also take what is no valid character.
---@return integer?
---@return integer?
function utf8.len(s, first, last, lax) end

---The place in bytes at which a character begins.
---@param s string The text.
---@param n integer The so-manieth character.
---@param init? integer Counted from here.
---@return integer?
function utf8.offset(s, n, init) end

-- Lists (table)

---The texts of a list in one.
---@param list table A table with values at 1, 2, 3 and so on.
---@param between? string What stands between them.
---@param first? integer 1 where it is left out.
---@param last? integer The list's end where it is left out.
---@return string
function table.concat(list, between, first, last) end

---Puts a value at the end of a list, or at a place: table.insert(list, value), table.insert(list, 1, value).
---@param list table A table with values at 1, 2, 3 and so on.
---@param place any The place; left out, the value comes here.
---@param value? any The value.
function table.insert(list, place, value) end

---Copies values within a list or to another.
---@param list table A table with values at 1, 2, 3 and so on.
---@param first integer The first to copy.
---@param last integer The last.
---@param at integer Where the first one goes.
---@param to? table The other list.
---@return table
function table.move(list, first, last, at, to) end

---A list of all values, with their number in its field n.
---@param ... any The values.
---@return table
function table.pack(...) end

---Takes a value out of a list and answers it.
---@param list table A table with values at 1, 2, 3 and so on.
---@param place? integer The end where it is left out.
---@return any
function table.remove(list, place) end

---Sorts a list.
---@param list table A table with values at 1, 2, 3 and so on.
---@param before? fun(one: any, other: any): boolean Whether one comes before the other; left out, the lesser comes first.
function table.sort(list, before) end

---The values of a list, one after the other.
---@param list table A table with values at 1, 2, 3 and so on.
---@param first? integer 1 where it is left out.
---@param last? integer The list's end where it is left out.
---@return any ...
function table.unpack(list, first, last) end

-- Numbers (math)

---Above every other number.
---@type number
math.huge = nil

---The greatest whole number.
---@type integer
math.maxinteger = nil

---The least whole number.
---@type integer
math.mininteger = nil

---3.14159...
---@type number
math.pi = nil

---Without its sign.
---@param x number A number.
---@return number
function math.abs(x) end

---The arc cosine, in radians.
---@param x number A number.
---@return number
function math.acos(x) end

---The arc sine, in radians.
---@param x number A number.
---@return number
function math.asin(x) end

---The arc tangent of y / x, in radians.
---@param y number A number.
---@param x? number 1 where it is left out.
---@return number
function math.atan(y, x) end

---The next whole number that is not less.
---@param x number A number.
---@return integer
function math.ceil(x) end

---The cosine.
---@param x number A number.
---@return number
function math.cos(x) end

---Radians in degrees.
---@param x number A number.
---@return number
function math.deg(x) end

---e to the power of x.
---@param x number A number.
---@return number
function math.exp(x) end

---The next whole number that is not greater.
---@param x number A number.
---@return integer
function math.floor(x) end

---What is left of x / y, with the sign of x.
---@param x number A number.
---@param y number A number.
---@return number
function math.fmod(x, y) end

---The logarithm.
---@param x number A number.
---@param base? number e where it is left out.
---@return number
function math.log(x, base) end

---The greatest.
---@param x number A number.
---@param ... number More numbers.
---@return number
function math.max(x, ...) end

---The least.
---@param x number A number.
---@param ... number More numbers.
---@return number
function math.min(x, ...) end

---The whole part and the rest.
---@param x number A number.
---@return number
---@return number
function math.modf(x) end

---Degrees in radians.
---@param x number A number.
---@return number
function math.rad(x) end

---The sine.
---@param x number A number.
---@return number
function math.sin(x) end

---The square root.
---@param x number A number.
---@return number
function math.sqrt(x) end

---The tangent.
---@param x number A number.
---@return number
function math.tan(x) end

---As a whole number; nil where it is none.
---@param x any A value.
---@return integer?
function math.tointeger(x) end

---"integer" or "float"; nil for what is no number.
---@param x any A value.
---@return string?
function math.type(x) end

---Whether one whole number is below another, both taken without sign.
---@param one integer A number.
---@param other integer Another.
---@return boolean
function math.ult(one, other) end

-- Times (os)

---A time as a text, or with "*t" as a table with year, month, day, hour, min, sec, wday (1 is Sunday), yday and isdst. os.date("%A", request.DueDate) is its weekday.
---@param format? string E.g. "%Y-%m-%d %H:%M"; ! at its front means UTC.
---@param time? integer|string Seconds, or one of the request's dates; the present where it is left out.
---@return string|table
function os.date(format, time) end

---The seconds between two times.
---@param later number Seconds.
---@param earlier number Seconds.
---@return number
function os.difftime(later, earlier) end

---Seconds since 1970, to reckon with: (os.time(request.DueDate) - os.time(request.ArrivedAt)) / 86400 is days.
---@param time? string|table One of the request's dates, or a table with year, month and day (hour, min and sec may follow; 12 noon without); the present where it is left out.
---@return integer
function os.time(time) end
