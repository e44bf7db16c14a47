using System.Text.Json;
using System.Xml.Linq;

namespace IllAddins.Tests.WebPlatform;

public sealed class ReadingTests(ApiLibrary library) : IClassFixture<ApiLibrary>
{
    [Fact]
    public async Task A_request_has_ILLiads_names_in_its_order_and_shapes()
    {
        var answer = await library.GetAsync("Transaction/101");

        Assert.Equal((200, "application/json; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.StartsWith(
            """{"TransactionNumber":101,"Username":"anna","RequestType":"Loan","LoanAuthor":null,"LoanTitle":"Reconsidering \"rivers\" & <lakes>",""",
            answer.Body, StringComparison.Ordinal);
        Assert.Equal(("2026-03-02T09:31:08.28", "2026-04-17T00:00:00", "12345"), (answer.Text("TransactionDate"), answer.Text("DueDate"), answer.Text("ILLNumber")));
        Assert.Equal("Yes", answer.Text("LibraryUseOnly"));
        Assert.Equal(JsonValueKind.True, answer.Json.GetProperty("RenewalsAllowed").ValueKind);
        Assert.Equal(121, answer.Json.EnumerateObject().Count());
        Assert.Equal("10.1/abc", (await library.GetAsync("Transaction/102")).Text("DOI"));
    }

    [Theory]
    [InlineData("transaction/101")]
    [InlineData("TRANSACTION/101/")]
    [InlineData("/illiadwebplatform/Transaction/101")]
    [InlineData("/ILLIADWEBPLATFORM//Transaction//101?x=1")]
    [InlineData("/addins/WebPlatform/Transaction/101")]
    public async Task A_path_may_be_written_in_any_case_with_a_slash_at_its_end_or_below_the_add_ins_name(string path) =>
        Assert.Equal(101, (await library.GetAsync(path)).Json.GetProperty("TransactionNumber").GetInt32());

    [Theory]
    [InlineData("999")]
    [InlineData("201")]
    [InlineData("abc")]
    [InlineData("-101")]
    [InlineData("99999999999")]
    [InlineData("101%20")]
    public async Task A_request_that_is_not_there_or_another_sites_is_not_found(string number)
    {
        var answer = await library.GetAsync($"Transaction/{number}");

        Assert.Equal((404, $$"""{"Message":"Transaction {{Uri.UnescapeDataString(number)}} was not found."}"""), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("users/anna")]
    [InlineData("Users/ANNA")]
    [InlineData("Users/ExternalUserId/anna@library.example")]
    [InlineData("Users/ExternalUserID/ANNA%40LIBRARY.EXAMPLE")]
    public async Task A_user_is_found_by_name_and_by_ExternalUserId(string path)
    {
        var answer = await library.GetAsync(path);

        Assert.Equal(200, answer.Status);
        Assert.Equal(("anna", "Novák", "MAIN", "Yes", "77"), (answer.Text("UserName"), answer.Text("LastName"), answer.Text("NVTGC"), answer.Text("Cleared"), answer.Text("RSSID")));
        Assert.Equal(("2026-01-02T08:30:00", JsonValueKind.True, JsonValueKind.Null), (answer.Text("LastChangedDate"), answer.Json.GetProperty("Web").ValueKind, answer.Json.GetProperty("Phone").ValueKind));
    }

    [Theory]
    [InlineData("Users/o'neil%20smith")]
    [InlineData("Users/O%27Neil%20Smith")]
    [InlineData("Users/ExternalUserId/ON%201%2F2")]
    public async Task A_name_may_hold_what_must_be_escaped(string path) => Assert.Equal("o'neil smith", (await library.GetAsync(path)).Text("UserName"));

    [Theory]
    [InlineData("Users/nobody", "nobody")]
    [InlineData("Users/lawyer", "lawyer")]
    [InlineData("Users/ExternalUserId/lawyer@library.example", "lawyer@library.example")]
    public async Task A_user_who_is_not_there_or_another_sites_is_not_found(string path, string named)
    {
        var answer = await library.GetAsync(path);

        Assert.Equal((404, $$"""{"Message":"User {{named}} was not found."}"""), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("application/xml", "application/xml; charset=utf-8")]
    [InlineData("text/xml; version=1", "application/xml; charset=utf-8")]
    [InlineData("application/json; version=1", "application/json; charset=utf-8")]
    [InlineData("application/json;q=0.5, application/xml", "application/xml; charset=utf-8")]
    [InlineData("*/*", "application/json; charset=utf-8")]
    [InlineData("image/png", "application/json; charset=utf-8")]
    [InlineData("nonsense;;,", "application/json; charset=utf-8")]
    public async Task The_header_Accept_chooses_JSON_or_XML(string accept, string contentType) =>
        Assert.Equal((200, contentType), ((await library.GetAsync("Transaction/101", accept)) is var answer ? (answer.Status, answer.ContentType) : default));

    [Fact]
    public async Task XML_has_the_same_fields_a_list_of_them_and_errors()
    {
        var one = XElement.Parse((await library.GetAsync("Transaction/101", "application/xml")).Body);
        var many = XElement.Parse((await library.GetAsync("Transaction/UserRequests/anna?$format=xml")).Body);
        var error = await library.GetAsync("Users/nobody", "application/xml");

        Assert.Equal(("Transaction", "Reconsidering \"rivers\" & <lakes>", "true"), (one.Name.LocalName, one.Element("LoanTitle")!.Value, one.Element("RenewalsAllowed")!.Value));
        Assert.Equal("true", one.Element("LoanAuthor")!.Attribute(XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance"))!.Value);
        Assert.Equal(("ArrayOfTransaction", "101 102 103 104 105"), (many.Name.LocalName, string.Join(' ', many.Elements("Transaction").Select(each => each.Element("TransactionNumber")!.Value))));
        Assert.Equal("User nobody was not found.", XElement.Parse(error.Body).Element("Message")!.Value);
    }

    [Theory]
    [InlineData("SystemInfo/PlatformVersion", "IllAddins Web Platform Version: 1.0.0")]
    [InlineData("SystemInfo/APIVersion", "1")]
    public async Task Versions_are_plain_text_and_need_no_key(string path, string text)
    {
        var answer = await library.SendAsync("GET", path, key: "");

        Assert.Equal((200, text, "text/plain; charset=utf-8"), (answer.Status, answer.Body, answer.ContentType));
    }

    [Fact]
    public async Task The_description_names_every_path_and_field_and_needs_no_key()
    {
        var document = (await library.SendAsync("GET", "openapi.json", key: "")).Json;
        var described = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(verb => $"{verb.Name.ToUpperInvariant()} {path.Name[1..]}"));
        var served = library.Installation.Addins.Endpoints.Single().Endpoints.Select(endpoint => $"{endpoint.Method} {endpoint.Path}").Where(path => path != "GET openapi.json");
        var fields = document.GetProperty("components").GetProperty("schemas").GetProperty("Transaction").GetProperty("properties").EnumerateObject().Select(field => field.Name);

        Assert.Equal(served.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
        Assert.Equal((await library.GetAsync("Transaction/101")).Json.EnumerateObject().Select(field => field.Name), fields);
    }

    [Fact]
    public async Task Another_method_or_path_is_refused_in_words()
    {
        var method = await library.SendAsync("DELETE", "Users/anna");
        var path = await library.GetAsync("Loans/1");

        Assert.Equal((405, """{"Message":"/ILLiadWebPlatform/Users/anna cannot be called with DELETE, only with GET."}"""), (method.Status, method.Body));
        Assert.Equal((404, """{"Message":"There is nothing at /ILLiadWebPlatform/Loans/1. Check the address."}"""), (path.Status, path.Body));
    }

    [Fact]
    public async Task HEAD_says_what_GET_would_without_the_body()
    {
        var answer = await library.SendAsync("HEAD", "Transaction/101");

        Assert.Equal((200, "", "application/json; charset=utf-8"), (answer.Status, answer.Body, answer.ContentType));
    }
}
