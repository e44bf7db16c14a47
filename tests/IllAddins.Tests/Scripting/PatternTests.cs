using System.Globalization;
using System.Text;
using IllAddins.Host.Scripting;

namespace IllAddins.Tests.Scripting;

/// <summary>Our matcher means by a pattern what Lua's own means.</summary>
public sealed class PatternTests
{
    private const string Shape = """
        local function shape(...)
          local all = {}
          for i = 1, select("#", ...) do all[i] = type((select(i, ...))) .. ":" .. tostring((select(i, ...))) end
          return table.concat(all, ",")
        end
        local function run(s, p, r, init, most)
          local all = {}
          local function try(f, ...) local said = shape(select(2, pcall(f, ...))) all[#all + 1] = said end
          try(string.find, s, p, init)
          try(string.find, s, p, init, true)
          try(string.match, s, p, init)
          try(string.gsub, s, p, r, most)
          try(string.gsub, s, p, function(...) all[#all + 1] = shape(...) if select("#", ...) > 1 then return "<" .. tostring(...) .. ">" end end, most)
          try(string.gsub, s, p, {a = "A", b = false, [1] = "one", ab = 7})
          try(function() for a, b in string.gmatch(s, p, init) do all[#all + 1] = shape(a, b) end end)
          return table.concat(all, "\n")
        end

        """;

    private static readonly string[] Pieces =
    [
        "a", "b", "c", ".", "%a", "%d", "%s", "%w", "%A", "%p", "%x", "%c", "%g", "%l", "%u", "[ab]", "[^a]", "[a-c]", "[%a%d]", "[]]", "[^]]", "[a-]", "[%-x]", "[z-a]",
        "(", ")", "()", "(a)", "(.-)", "%1", "%2", "%0", "%b()", "%bab", "%f[%a]", "%f[^%a]", "^", "$", "%%", "%.", "*", "+", "-", "?", "[", "]", "%", "%b", "%f", "x", "1", " ",
    ];

    private const string Letters = "aabbc()x1 .%]-A\0";

    private static readonly string[] Replacements = ["", "x", "%0%0", "%1", "<%1>", "%2", "%%", "%", "%x", "a%9b", "[%0]"];

    [Fact]
    public void Twenty_thousand_random_patterns_find_what_Luas_own_find()
    {
        using var ours = Lua.Load(Shape + "function RoutingDelay(q) return run(q.s, q.p, q.r, q.init, q.most) end");
        using var theirs = new KeraLua.Lua { Encoding = Encoding.Latin1 };
        Assert.False(theirs.DoString(Shape + "return run"));
        var random = new Random(20261123);
        for (var i = 0; i < 20_000; i++)
        {
            var (s, p) = (Some(random, 0, 12, () => Letters[random.Next(Letters.Length)].ToString()), Some(random, 0, 5, () => Pieces[random.Next(Pieces.Length)]));
            var (r, init, most) = (Replacements[random.Next(Replacements.Length)], random.Next(-4, 8), random.Next(3) == 0 ? random.Next(0, 3) : 100);
            var question = new ScriptTable("q", new Dictionary<string, object?> { ["s"] = s, ["p"] = p, ["r"] = r, ["init"] = init, ["most"] = most });
            var answer = Assert.IsType<ScriptAnswer.Value>(ours.Call("RoutingDelay", question, Lua.NewYork)).Content as string;
            var expected = Theirs(theirs, s, p, r, init, most);
            Assert.True(Plain(expected) == Plain(answer!), $"s={s} p={p} r={r} init={init} most={most}\nLua:\n{expected}\nours:\n{answer}");
        }
    }

    private static string Theirs(KeraLua.Lua lua, string s, string p, string r, int init, int most)
    {
        lua.PushCopy(1);
        foreach (var text in (string[])[s, p, r])
            lua.PushString(text);
        lua.PushInteger(init);
        lua.PushInteger(most);
        Assert.Equal(KeraLua.LuaStatus.OK, lua.PCall(5, 1, 0));
        var said = lua.ToString(-1);
        lua.Pop(1);
        return said;
    }

    /// <summary>Without the positions at which errors were raised: the texts of the two scripts differ.</summary>
    private static string Plain(string said) => System.Text.RegularExpressions.Regex.Replace(
        said, @"string:(\[string[^\]]*\]+|MAIN/notify\.lua|[^:\n]*""\]):\d+: ", "string:", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));

    private static string Some(Random random, int least, int most, Func<string> piece) =>
        string.Concat(Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => piece()));

    [Theory]
    [InlineData("('hello world'):find('o w')", "5 7")]
    [InlineData("('hello'):find('l+')", "3 4")]
    [InlineData("('hello'):find('(l)(l)')", "3 4 l l")]
    [InlineData("('hello'):find('', 10)", "nil")]
    [InlineData("('hello'):find('', 6)", "6 5")]
    [InlineData("('a.b'):find('.', 1, true)", "2 2")]
    [InlineData("('key = value'):match('^(%w+)%s*=%s*(%w+)$')", "key value")]
    [InlineData("('2026-03-09'):match('(%d+)-(%d+)-(%d+)')", "2026 03 09")]
    [InlineData("('THE (quick) fox'):find('%((%a+)%)')", "5 11 quick")]
    [InlineData("('f(a(b)c)d'):match('%b()')", "(a(b)c)")]
    [InlineData("('THE (quick) fox'):gsub('%f[%a]%a+', string.lower)", "the (quick) fox 3")]
    [InlineData("('hello'):gsub('', '-')", "-h-e-l-l-o- 6")]
    [InlineData("('abc'):gsub('%w', '%0%0', 2)", "aabbc 2")]
    [InlineData("('abc'):gsub('()', '%1')", "1a2b3c4 4")]
    [InlineData("('$name is $age'):gsub('%$(%w+)', {name = 'Zoë', age = 7})", "Zoë is 7 2")]
    [InlineData("('a b'):gsub('%w', function(c) return c == 'a' and 'x' end)", "x b 2")]
    [InlineData("('a\\0b'):find('\\0')", "2 2")]
    [InlineData("('x^2'):match('^x(^)')", "^")]
    [InlineData("string.rep(12345, 2):match('5(%d)')", "1")]
    public void Patterns_mean_what_the_manual_says(string expression, string expected) => Assert.Equal(
        expected, Lua.Value("(function(...) local all = {} for i = 1, select('#', ...) do all[i] = tostring((select(i, ...))) end return table.concat(all, ' ') end)(" + expression + ")"));

    [Fact]
    public void A_generic_loop_over_matches_gives_all_of_them() => Assert.Equal(
        "a=1;b=2;",
        Lua.Value("(function() local all = '' for k, v in ('a=1, b=2'):gmatch('(%w+)=(%w+)') do all = all .. k .. '=' .. v .. ';' end return all end)()"));

    [Fact]
    public void A_search_through_a_long_text_stays_within_its_steps() =>
        Assert.Equal(100_001L, Lua.Value("(('a'):rep(100000) .. 'b'):find('b')"), EqualityComparer<object?>.Create((a, b) => Convert.ToInt64(a, CultureInfo.InvariantCulture) == Convert.ToInt64(b, CultureInfo.InvariantCulture)));
}
