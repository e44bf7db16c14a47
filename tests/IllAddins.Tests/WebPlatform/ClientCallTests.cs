using System.Net.Sockets;
using System.Text;

namespace IllAddins.Tests.WebPlatform;

/// <summary>Calls as discovery layers, bulk scripts and account pages make them, byte for byte: their paths, escapes, headers and bodies.</summary>
public sealed class ClientCallTests(ApiLibrary library) : IClassFixture<ApiLibrary>
{
    public static TheoryData<string, string, int, string> Reads => new()
    {
        // An account page's lists, with the filter in the address as its library escapes it, and as another does.
        { "Transaction/UserRequests/anna?$filter=TransactionStatus%20ne%20'Cancelled%20by%20ILL%20Staff'", "Accept: application/json", 200, "101,102,104,105" },
        { "Transaction/UserRequests/anna?%24filter=TransactionStatus+ne+%27Cancelled+by+ILL+Staff%27", "Accept: application/json", 200, "101,102,104,105" },
        { "Transaction/UserRequests/anna?$filter=ProcessType%20eq%20'Borrowing'%20and%20TransactionStatus%20ne%20'Request%20Finished'%20and%20not%20startswith%28TransactionStatus,'Cancelled'%29", "Accept: application/json", 200, "101,105" },
        { "Transaction/UserRequests/anna?$filter=TransactionStatus+ne+'Request+Finished'+and+not+startswith(TransactionStatus,'Cancel')&$orderby=CreationDate+desc", "", 200, "*" },
        { "Transaction/UserRequests/anna?$filter=(RequestType%20eq%20'Loan')%20and%20((TransactionStatus%20eq%20'Checked%20Out%20to%20Customer')%20or%20(startswith(%20TransactionStatus,%20'Renewed%20by')))", "Content-Type: application/json", 200, "101,105" },
        { "Transaction/UserRequests/anna?$filter=RequestType%20eq%20%27Loan%27%20and%20TransactionStatus%20eq%20%27Delivered%20to%20Web%27", "", 200, "" },
        { "Transaction/UserRequests/anna?$filter=TransactionStatus%20eq%20'Request%20Finished'%20or%20startswith(TransactionStatus,%20'Cancelled')&$skip=1&$top=15", "", 200, "103" },
        { "Transaction/UserRequests/anna?$filter=(TransactionStatus+eq+'Remediation+Request'+or+TransactionStatus+eq+'SDAC+-+Whole+Book+Requests'+or+TransactionStatus+eq+'Delivered+to+Web')", "", 200, "104" },
        { "Transaction/UserRequests/ANNA?$filter=RequestType eq 'Article'".Replace(" ", "%20", StringComparison.Ordinal), "ACCEPT: */*", 200, "102,104" },
        { "/transaction/userrequests/anna?$top=1&$orderby=TransactionNumber", "Accept: application/json; version=1", 200, "101" },
        { "Transaction/UserRequests/nobody", "Accept: application/json", 200, "" },
        { "Users/ExternalUserID/anna@library.example", "ContentType: application/json", 200, "\"Cleared\":\"Yes\"" },
        { "Users/ExternalUserId/anna%40library.example", "Accept: application/xml", 200, "<UserName>anna</UserName>" },
        { "Users/ExternalUserId/ON%201%2F2", "Accept: application/json", 200, "\"UserName\":\"o'neil smith\"" },
        { "users/jstudent", "Accept: application/json; version=1", 404, "{\"Message\":\"User jstudent was not found.\"}" },
        { "SystemInfo/SecurePlatformVersion", "", 200, "Version" },
        { "SystemInfo/PlatformVersion/", "", 200, "Version" },
        { "Transaction/UserRequests/anna?$top=1000000000", "", 200, "*" },
        { "Transaction/UserRequests/anna?$top=99999999999999999999", "", 400, "Message" },
        { "Transaction/UserRequests/anna?$skip=-1", "", 400, "Message" },
        { "Transaction/101", "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", 200, "101" },
        { "Transaction/abc", "", 404, "Transaction abc was not found." },
        { "Transaction/99999999999999", "", 404, "Message" },
    };

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task What_clients_read_is_answered(string path, string header, int status, string expected)
    {
        var (code, body) = await CallAsync("GET", path, [header], "");

        Assert.True(code == status, $"{code} {body}");
        if (body.StartsWith('[') && expected != "*")
            Assert.Equal(expected, string.Join(',', System.Text.Json.JsonDocument.Parse(body).RootElement.EnumerateArray().Select(one => one.GetProperty("TransactionNumber").GetInt32()).Order()));
        else if (expected != "*")
            Assert.Contains(expected, body, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string, string, int, string> Writes => new()
    {
        // A form without JSON, as one client library sends a hash.
        { "POST", "transaction", "Content-Type: application/x-www-form-urlencoded", "Username=empty&ProcessType=Borrowing&LoanTitle=Auto%26biography&LoanPlace=Philadelphia%2C+PA&LoanEdition=&ISSN=&RequestType=Loan", 200, "\"LoanTitle\":\"Auto&biography\"" },
        { "POST", "Transaction/", "Content-type: application/json", "{\"ProcessType\":\"Borrowing\",\"RequestType\":\"Article\",\"SpecIns\":\"Scan and Deliver Request\",\"PhotoJournalTitle\":\"String Beans\",\"PhotoArticleAuthor\":null,\"Location\":\"GREEN\",\"Username\":\"empty\"}", 200, "\"SpecIns\":\"Scan and Deliver Request\"" },
        { "POST", "Transaction/", "ContentType: application/json", "{\"ExternalUserId\": \"ON 1/2\", \"RequestType\": \"Article\", \"ProcessType\": \"Borrowing\", \"DOI\": \"10.1/x\", \"PhotoJournalYear\": 2024}", 200, "\"TransactionNumber\":" },
        { "POST", "/transaction", "Content-Type: application/json; charset=utf-8", "{\"Username\":\"empty\",\"RequestType\":\"Article\",\"ProcessType\":\"DocDel\",\"DocumentType\":\"Article\",\"PhotoJournalTitle\":\"T\",\"TransactionStatus\":\"Awaiting Document Delivery Processing\"}", 200, "\"TransactionStatus\":\"Awaiting Document Delivery Processing\"" },
        { "PUT", "transaction/106/route", "Content-Type: application/json", "{\"Status\":\"Cancelled by Customer\"}", 200, "\"TransactionStatus\":\"Cancelled by Customer\"" },
        { "PUT", "Transaction/106/Route", "Content-Type: application/json", "{\"status\":\"Awaiting Request Processing\"}", 200, "Awaiting Request Processing" },
        { "POST", "transaction/101/notes", "Content-Type: application/x-www-form-urlencoded", "NoteType=Staff&Note=please+hurry+-+comment+submitted+by+anna", 200, "please hurry - comment submitted by anna" },
        { "POST", "Transaction/", "Content-Type: application/json", "{\"Username\":\"nobody\",\"RequestType\":\"Article\"}", 400, "\"ModelState\"" },
        { "POST", "Transaction/", "Content-Type: application/json", "{\"Username\":\"empty\",\"LoanTitle\":{\"$ref\":1}}", 400, "LoanTitle" },
        { "POST", "Transaction/", "Content-Type: application/xml", "<?xml version=\"1.0\"?><!DOCTYPE t [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><t><Username>empty</Username><LoanTitle>&b;</LoanTitle></t>", 400, "document types and entities are not read" },
        { "POST", "Users", "Content-Type: application/json", "{\"Username\":\"vera\",\"NVTGC\":\"MAIN\",\"LastName\":\"V\",\"PlainTextPassword\":\"s3cret-words\",\"Web\":true,\"Cleared\":\"Yes\",\"LoanBillingCategory\":\"Exempt\"}", 200, "\"UserName\":\"vera\"" },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task What_clients_write_is_answered(string method, string path, string header, string sent, int status, string expected)
    {
        var (code, body) = await CallAsync(method, path, [header, "Accept: application/json"], sent);

        Assert.True(code == status, $"{code} {body}");
        Assert.Contains(expected, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_a_client_sends_for_a_new_user_is_kept_nowhere_and_shown_to_nobody()
    {
        var (code, body) = await CallAsync("POST", "Users", ["Content-Type: application/json"], "{\"UserName\":\"petra\",\"LastName\":\"P\",\"PlainTextPassword\":\"s3cret-words\",\"Password\":\"s3cret-words\"}");

        Assert.Equal(200, code);
        Assert.DoesNotContain("s3cret-words", body, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret-words", string.Join('\n', library.Rows("SELECT * FROM Users WHERE UserName = 'petra' ORDER BY UserName")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(2000)]
    public async Task Nesting_of_any_depth_is_answered_and_never_a_fault_of_the_host(int depth)
    {
        var (code, body) = await CallAsync("GET", $"Transaction/UserRequests/anna?$filter={new string('(', depth)}RequestType%20eq%20'Loan'{new string(')', depth)}", [], "");
        Assert.True(code is 200 or 400 or 414, $"{code} {body}");
        var (posted, words) = await CallAsync("POST", "Transaction", ["Content-Type: application/json"], $"{{\"Username\":\"anna\",\"LoanTitle\":{string.Concat(Enumerable.Repeat("[", depth))}{string.Concat(Enumerable.Repeat("]", depth))}}}");
        Assert.True(posted == 400, $"{posted} {words}");
    }

    /// <summary>Sends what no client library has tidied up.</summary>
    private async Task<(int Status, string Body)> CallAsync(string method, string path, string[] headers, string body)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(library.Address.Host, library.Address.Port);
        await using var stream = client.GetStream();
        var sent = Encoding.UTF8.GetBytes(body);
        var said = new StringBuilder($"{method} /ILLiadWebPlatform/{path} HTTP/1.1\r\nHost: {library.Address.Authority}\r\nApiKey: {library.Key}\r\nConnection: close\r\n");
        foreach (var header in headers.Where(header => header.Length > 0))
            said.Append(header).Append("\r\n");
        if (sent.Length > 0)
            said.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Length: {sent.Length}\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(said.Append("\r\n").ToString()));
        await stream.WriteAsync(sent);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync();
        var parts = answer.Split("\r\n\r\n", 2);
        var text = parts[0].Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase) ? Unchunked(parts[1]) : parts[1];
        return (int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), text);
    }

    private static string Unchunked(string text)
    {
        var whole = new StringBuilder();
        while (text.Split("\r\n", 2) is [var size, var rest] && Convert.ToInt32(size, 16) is > 0 and var length)
        {
            // A chunk is counted in bytes.
            var bytes = Encoding.UTF8.GetBytes(rest);
            whole.Append(Encoding.UTF8.GetString(bytes, 0, length));
            text = Encoding.UTF8.GetString(bytes, length + 2, bytes.Length - length - 2);
        }

        return whole.ToString();
    }
}
