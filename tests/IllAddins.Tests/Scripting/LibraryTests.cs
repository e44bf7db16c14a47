using System.Globalization;

namespace IllAddins.Tests.Scripting;

/// <summary>What scripts may rely on, whatever engine runs them.</summary>
public sealed class LibraryTests
{
    [Theory]
    [InlineData("7 / 2", "3.5")]
    [InlineData("-7 % 3", "2")]
    [InlineData("math.floor(3.7)", "3")]
    [InlineData("math.ceil(3.2)", "4")]
    [InlineData("math.max(1, 5, 3)", "5")]
    [InlineData("math.tointeger(3.0)", "3")]
    [InlineData("tonumber('0x10')", "16")]
    [InlineData("tonumber('  12  ')", "12")]
    [InlineData("tonumber('1,5')", "nil")]
    [InlineData("tonumber('z', 36)", "35")]
    [InlineData("10 .. 20", "1020")]
    [InlineData("'a' < 'b' and 'a' < 'aa'", "true")]
    [InlineData("#'Łąkowa'", "8")]
    [InlineData("utf8.len('Łąkowa')", "6")]
    [InlineData("utf8.char(321)", "Ł")]
    [InlineData("('Ab'):upper() .. ('Ab'):lower()", "ABab")]
    [InlineData("('abc'):sub(-2)", "bc")]
    [InlineData("('abc'):byte(1)", "97")]
    [InlineData("('ab'):rep(3, '-')", "ab-ab-ab")]
    [InlineData("('%5.2f|%-5s|%05d|%x|%q'):format(3.14159, 'ab', 42, 255, 'x')", " 3.14|ab   |00042|ff|\"x\"")]
    [InlineData("('%s %s'):format(nil, true)", "nil true")]
    [InlineData("('100%%'):format()", "100%")]
    [InlineData("table.concat({1, 2, 3}, ', ')", "1, 2, 3")]
    [InlineData("table.concat({1, 2, 3}, ', ', 2, 3)", "2, 3")]
    [InlineData("select('#', table.unpack({1, nil, 3}, 1, 3))", "3")]
    [InlineData("table.pack(1, nil).n", "2")]
    [InlineData("select(-1, 1, 2, 3)", "3")]
    [InlineData("(function() local t = {3, 1, 2} table.sort(t) return table.concat(t) end)()", "123")]
    [InlineData("(function() local t = {1, 2, 3} table.insert(t, 1, 0) table.insert(t, 4) return table.concat(t) end)()", "01234")]
    [InlineData("(function() local t = {1, 2, 3} return table.remove(t, 1) .. table.remove(t) .. #t end)()", "131")]
    [InlineData("(function() local t = {} return tostring(table.remove(t)) .. #t end)()", "nil0")]
    [InlineData("(function() local t = {1, 2, 3} return table.remove(t, 4) end)()", "nil")]
    [InlineData("table.concat(table.move({1, 2, 3}, 2, 3, 1))", "233")]
    [InlineData("table.concat(table.move({1, 2, 3}, 1, 3, 2))", "1123")]
    [InlineData("pcall(error, 'x')", "false")]
    [InlineData("select(2, pcall(error, {code = 7})).code", "7")]
    [InlineData("select(2, xpcall(error, function(e) return e .. '!' end, 'x'))", "x!")]
    [InlineData("(function() for i, v in ipairs({'a', nil, 'c'}) do if i > 1 then return 'far' end end return 'near' end)()", "near")]
    [InlineData("(function() goto done do return 'no' end ::done:: return 'yes' end)()", "yes")]
    [InlineData("rawequal('a', 'a')", "true")]
    [InlineData("_VERSION", "Lua 5.4")]
    [InlineData("tostring(1e100)", "1e+100")]
    [InlineData("undefined", "nil")]
    [InlineData("_G.tostring == tostring", "true")]
    public void The_language_and_its_library_work(string expression, string expected) => Assert.Equal(expected, Lua.Value($"tostring(({expression}))"));

    [Theory]
    [InlineData("local t = {b = 1, a = 2, [10] = 3, [2] = 4, [1.5] = 5, [true] = 6, [false] = 7} return all(t)", "1.5=5 2=4 10=3 a=2 b=1 false=7 true=6 ")]
    [InlineData("return all({10, 20, 30})", "1=10 2=20 3=30 ")]
    [InlineData("return all(delays)", "Annex=1 Law=2 Main=3 ")]
    [InlineData("local t = {a = 1, b = 2, c = 3} local n = 0 for k in pairs(t) do t[k] = nil n = n + 1 end return n .. tostring(next(t))", "3nil")]
    [InlineData("local t = {a = 1, b = 2, c = 3} local seen = '' for k in pairs(t) do t.b = nil seen = seen .. k end return seen", "ac")]
    [InlineData("return all(setmetatable({}, {__pairs = function(t) return function(_, k) if not k then return 1, 'own' end end, t, nil end}))", "1=own ")]
    public void Pairs_walks_in_an_order_that_is_always_the_same(string body, string expected)
    {
        const string Before = "local delays = {Main = 3, Law = 2, Annex = 1}\nlocal function all(t) local s = '' for k, v in pairs(t) do s = s .. tostring(k) .. '=' .. v .. ' ' end return s end\n";
        Assert.Equal(new IllAddins.Host.Scripting.ScriptAnswer.Value(expected), Lua.Ask($"{Before}function RoutingDelay() {body} end"));
    }

    [Theory]
    [InlineData("os.date('%Y-%m-%d %H:%M:%S')", "2026-03-09 10:30:15")]
    [InlineData("os.date('!%Y-%m-%d %H:%M:%S')", "2026-03-09 14:30:15")]
    [InlineData("os.date()", "Mon Mar  9 10:30:15 2026")]
    [InlineData("os.date('%a %A %b %B %d %e %j %m %y %C')", "Mon Monday Mar March 09  9 068 03 26 20")]
    [InlineData("os.date('%I %p %R %T %D %F %x %X %r %c')", "10 AM 10:30 10:30:15 03/09/26 2026-03-09 03/09/26 10:30:15 10:30:15 AM Mon Mar  9 10:30:15 2026")]
    [InlineData("os.date('%z %Z %u %w %V %G %g %U %W %n%t%%')", "-0400 EDT 1 1 11 2026 26 10 10 \n\t%")]
    [InlineData("os.date('*t').hour .. os.date('*t').wday .. tostring(os.date('*t').isdst)", "102true")]
    [InlineData("os.date('!*t').hour", "14")]
    [InlineData("os.time()", "1773066615")]
    [InlineData("os.time({year = 2026, month = 3, day = 9, hour = 10, min = 30, sec = 15})", "1773066615")]
    [InlineData("os.time(os.date('*t'))", "1773066615")]
    [InlineData("os.date('%F', os.time({year = 2026, month = 14, day = -3}))", "2027-01-28")]
    [InlineData("(function() local t = {year = 2026, month = 12, day = 32} os.time(t) return t.year .. '-' .. t.month .. '-' .. t.day end)()", "2027-1-1")]
    [InlineData("os.date('%H:%M', os.time({year = 2026, month = 3, day = 8, hour = 2, min = 30}))", "03:30")]
    [InlineData("os.date('%H:%M %Z', os.time({year = 2026, month = 11, day = 1, hour = 1, min = 30}))", "01:30 EDT")]
    [InlineData("os.date('%H:%M', os.time({year = 2026, month = 7, day = 1}))", "12:00")]
    [InlineData("os.difftime(10, 4) == 6", "true")]
    [InlineData("os.date('%Y', -62135510400)", "1")]
    public void Time_is_the_questions_in_the_sites_zone(string expression, string expected) => Assert.Equal(expected, Lua.Value($"tostring(({expression}))"));

    [Theory]
    [InlineData("os.date('%Y', 1e18)", "the time lies outside the years 1 to 9998")]
    [InlineData("os.time({year = 10000, month = 1, day = 1})", "the time lies outside the years 1 to 9998")]
    [InlineData("os.time({year = 2026, month = 1, day = 2^40})", "field 'day' is out-of-bound")]
    [InlineData("os.time({year = 2026, month = 'x', day = 1})", "field 'month' is not an integer")]
    [InlineData("os.date('%')", "invalid conversion specifier '%'")]
    public void A_time_that_cannot_be_told_is_a_fault(string expression, string expected) =>
        Assert.Equal("MAIN/notify.lua line 1: " + expected, Lua.Fault(Lua.Body($"local x = {expression}")));

    [Fact]
    public void Dates_agree_with_the_calendar_over_many_years()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var moment = new DateTimeOffset(random.NextInt64(DateTime.UnixEpoch.Ticks / 2, new DateTime(2200, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks), TimeSpan.Zero);
            var week = ISOWeek.GetWeekOfYear(moment.DateTime);
            var expected = moment.ToString("yyyy-MM-dd HH:mm:ss dddd MMM ", CultureInfo.InvariantCulture) + $"{moment.DayOfYear:000} {ISOWeek.GetYear(moment.DateTime)} {week:00}";
            Assert.Equal(expected, Lua.Value($"os.date('!%Y-%m-%d %H:%M:%S %A %b %j %G %V', {moment.ToUnixTimeSeconds()})"));
        }
    }
}
