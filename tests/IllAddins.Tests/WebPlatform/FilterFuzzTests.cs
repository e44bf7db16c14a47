using CsCheck;

namespace IllAddins.Tests.WebPlatform;

/// <summary>Whatever a caller writes into the options: never a failure of the server, never a request of another user or site.</summary>
public sealed class FilterFuzzTests(ApiLibrary library) : IClassFixture<ApiLibrary>
{
    private const int Iterations = 2_000;

    private static readonly Gen<string> Field = Gen.OneOf(
        "TransactionNumber", "TransactionStatus", "DueDate", "LoanTitle", "Web", "LibraryUseOnly", "Username", "Site", "u.NVTGC", "$it/LoanTitle", "OriginalTN", "Nope", "t", "rowid");

    private static readonly Gen<string> Literal = Gen.OneOf(
        Gen.OneOf("null", "true", "'LAW'", "''", "' OR 1=1 --'", "'%'", "'\u0000'", "datetime'2026-01-01'", "2026-02-30", "2026-01-01T00:00:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
            "INF", "NaN", "1e308", "-1", "3000000000", "99999999999999999999999999999", "duration'P1D'", "binary'AA'", "guid'x'", "@p", "(1,2)", "[]", "'\ud83d'", "''''"),
        Gen.Int.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.String[0, 12].Select(text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"));

    private static readonly Gen<string> Leaf = Gen.OneOf(
        Gen.Select(Field, Gen.OneOf("eq", "ne", "gt", "ge", "lt", "le", "in", "has", "add", "="), Literal, (field, sign, value) => $"{field} {sign} {value}"),
        Gen.Select(Gen.OneOf("startswith", "endswith", "contains", "substringof", "length", "indexof", "concat", "cast", "isof", "geo.distance", "any", "now", "tolower"), Field, Literal,
            (function, field, value) => $"{function}({field},{value})"),
        Field,
        Literal);

    private static readonly Gen<string> Filter = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Leaf
        : Gen.OneOf(
            Leaf,
            Gen.Select(inner, Gen.OneOf(" and ", " or ", " ne ", "  AND "), inner, (left, sign, right) => left + sign + right),
            inner.Select(part => $"({part})"),
            inner.Select(part => $"not {part}"),
            inner.Select(part => $"x/any(d:{part})")));

    [Fact]
    public void A_filter_that_somebody_might_write_is_answered_or_refused() => Hold(Filter, "$filter");

    [Fact]
    public void A_filter_of_any_characters_is_answered_or_refused() =>
        Hold(Gen.OneOf(Gen.String[0, 40], Gen.String[Gen.OneOf("'( )/$@,eqnot:._-0a\u0130\t".ToCharArray()), 0, 60]), "$filter");

    [Fact]
    public void An_order_is_answered_or_refused() =>
        Hold(Gen.Select(Gen.OneOf(Field, Leaf), Gen.OneOf("", " desc", " asc", ",", " sideways"), (by, way) => by + way), "$orderby");

    [Fact]
    public void A_number_is_answered_or_refused() => Hold(Gen.OneOf(Literal, Gen.Long.Select(number => $"{number}")), "$top");

    private void Hold(Gen<string> texts, string option)
    {
        using var client = library.Client();
        texts.Sample(
            text =>
            {
                using var response = client.GetAsync(new Uri(library.Address, $"Transaction/UserRequests/anna?{option}={Escaped(text)}")).GetAwaiter().GetResult();
                var answer = new ApiResponse((int)response.StatusCode, response.Content.ReadAsStringAsync().GetAwaiter().GetResult(), "");
                return answer.Status == 400 || (answer.Status == 200 && answer.Numbers.All(number => number is >= 101 and <= 105));
            },
            iter: Iterations,
            threads: 1);
    }

    // Half of a surrogate pair cannot be sent; what is sent instead does not matter.
    private static string Escaped(string text) => Uri.EscapeDataString(string.Concat(text.Select(letter => char.IsSurrogate(letter) ? '\uFFFD' : letter)));
}
