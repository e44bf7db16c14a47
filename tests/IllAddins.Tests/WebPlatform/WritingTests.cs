namespace IllAddins.Tests.WebPlatform;

public sealed class WritingTests(ApiLibrary library) : IClassFixture<ApiLibrary>
{
    [Fact]
    public async Task A_user_is_made_under_the_rules_of_the_import_at_the_keys_site()
    {
        var answer = await library.SendAsync("POST", "Users", """
            {"Username":"new1","ExternalUserId":"new1","LastName":"Roe","NotificationMethod":"Electronic","Web":"Yes","ExpirationDate":"12/31/2026","AuthType":"Default","Phone":null,
             "NotificationPreferences":[{"ActivityType":"RequestPickup","NotificationType":"Email"},{"ActivityType":"RequestShipped","NotificationType":"SMS"}]}
            """);

        Assert.Equal(200, answer.Status);
        Assert.Equal(("new1", "Roe", "MAIN", "2026-12-31T00:00:00", "Default"), (answer.Text("UserName"), answer.Text("LastName"), answer.Text("NVTGC"), answer.Text("ExpirationDate"), answer.Text("AuthType")));
        Assert.Equal("2026-03-03T10:00:00", answer.Text("LastChangedDate"));
        Assert.Equal(
            ["""{"Notification_RequestShipped_SMS":"Yes","Notification_RequestPickup_Email":"Yes","AuthType":"Default"}"""],
            library.Rows("SELECT Extra FROM Users WHERE UserName = 'new1'").Select(Ordered));
    }

    [Fact]
    public async Task A_form_and_XML_are_read_as_well_whatever_the_content_type()
    {
        const string Form = "Username=form1&LastName=O%27Hara&FirstName=A+B&NotificationPreferences[][ActivityType]=RequestPickup&NotificationPreferences[][NotificationType]=Email";
        const string Xml = """<User xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><UserName>xml1</UserName><LastName>A &amp; B</LastName></User>""";

        Assert.Equal(("O'Hara", "A B"), (await library.SendAsync("POST", "users/", Form, "application/x-www-form-urlencoded")) is var form ? (form.Text("LastName"), form.Text("FirstName")) : default);
        Assert.Equal("A & B", (await library.SendAsync("POST", "Users", Xml, "")).Text("LastName"));
        Assert.Equal("json1", (await library.SendAsync("POST", "Users", """{"UserName":"json1"}""", "application/x-www-form-urlencoded")).Text("UserName"));
    }

    [Fact]
    public async Task Elements_within_elements_without_end_are_refused_before_they_are_counted()
    {
        var answer = await library.SendAsync("POST", "Users", string.Concat(Enumerable.Repeat("<a>", 100_000)));

        Assert.Equal(
            (400, """{"Message":"The request is invalid.","ModelState":{"model":["Found elements within elements, more than 64 levels."]}}"""), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("""{"LastName":"x"}""", "model.UserName", "The UserName field is required.")]
    [InlineData("""{"UserName":"  "}""", "model.UserName", "The UserName field is required.")]
    [InlineData("""{"UserName":"Anna"}""", "UserName", "Username Anna already exists.")]
    [InlineData("""{"UserName":"lawyer"}""", "UserName", "Username lawyer already exists.")]
    [InlineData("""{"UserName":"n","NVTGC":"LAW"}""", "model.NVTGC", "Found 'LAW', expected MAIN: the key is for that site alone.")]
    [InlineData("""{"UserName":"n","Web":"perhaps"}""", "model.Web", "Web: found 'perhaps', expected Yes or No (also true or false, Y or N, 1 or 0).")]
    [InlineData("""{"UserName":"n","Address":{"City":"x"}}""", "model", "Address: found a list or an object, expected a text, a number, true, false or null.")]
    [InlineData("""{"UserName":"n\u0000"}""", "model", "Found a NUL character, expected text without NUL characters.")]
    [InlineData("""{"UserName":"\ud83d"}""", "model", "Found an escape (\\u...) that is no character.")]
    [InlineData("""{"UserName":"n",}""", "model", "Found text that is not JSON, in line 1 at byte 17.")]
    [InlineData("[]", "model", "Found a JSON array, expected one object.")]
    [InlineData("", "model", "Found an empty body, expected the fields as JSON.")]
    [InlineData("hello", "model", "Found neither JSON nor XML nor a form.")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a><UserName>&b;</UserName></a>", "model", "Found text that is not plain XML: document types and entities are not read.")]
    public async Task A_user_who_breaks_a_rule_is_refused_with_the_field(string body, string field, string problem)
    {
        var before = library.Rows("SELECT COUNT(*) FROM Users WHERE UserName LIKE 'n%'");

        var answer = await library.SendAsync("POST", "Users", body);

        Assert.Equal((400, "The request is invalid."), (answer.Status, answer.Text("Message")));
        Assert.Equal(problem, answer.Json.GetProperty("ModelState").GetProperty(field)[0].GetString());
        Assert.Equal(before, library.Rows("SELECT COUNT(*) FROM Users WHERE UserName LIKE 'n%'"));
    }

    [Fact]
    public async Task A_request_is_made_arrives_now_and_says_who_brought_it()
    {
        var answer = await library.SendAsync("POST", "Transaction/", """
            {"TransactionNumber":7,"ExternalUserId":"anna@library.example","ProcessType":"docdel","RequestType":"article","PhotoJournalTitle":"Nature","PhotoJournalYear":2011,
             "TransactionDate":"1999-01-01","DOI":"10.1/x","ItemInfo4":"papio-1"}
            """);
        var number = answer.Json.GetProperty("TransactionNumber").GetInt32();

        Assert.Equal(200, answer.Status);
        Assert.True(number > 201, $"The number is {number}.");
        Assert.Equal(("anna", "Doc Del", "Article", "Awaiting Doc Del Processing"), (answer.Text("Username"), answer.Text("ProcessType"), answer.Text("RequestType"), answer.Text("TransactionStatus")));
        Assert.Equal(("2026-03-03T10:00:00", "2026-03-03T10:00:00", "2011", "10.1/x"), (answer.Text("TransactionDate"), answer.Text("CreationDate"), answer.Text("PhotoJournalYear"), answer.Text("DOI")));
        Assert.Equal(["Awaiting Doc Del Processing|VuFind"], library.Rows($"SELECT ChangedTo, ChangedBy FROM Tracking WHERE TransactionNumber = {number}"));
        Assert.Equal(["Request created by VuFind through the Web Platform.|VuFind"], library.Rows($"SELECT Entry, Username FROM History WHERE TransactionNumber = {number}"));
        Assert.Equal(["MAIN"], library.Rows($"SELECT Site FROM Transactions WHERE TransactionNumber = {number}"));
    }

    [Fact]
    public async Task A_request_that_says_neither_process_nor_type_is_what_ILLiad_takes_it_for()
    {
        var answer = await library.SendAsync("POST", "transaction", "Username=anna&LoanTitle=Autobiography&LoanEdition=&TransactionStatus=Awaiting+RAPID", "application/x-www-form-urlencoded");

        Assert.Equal(("Borrowing", "Article", "Awaiting RAPID"), (answer.Text("ProcessType"), answer.Text("RequestType"), answer.Text("TransactionStatus")));
    }

    [Theory]
    [InlineData("""{"LoanTitle":"x"}""", "model.Username", "The Username or the ExternalUserId field is required.")]
    [InlineData("""{"Username":"nobody"}""", "model.Username", "User nobody was not found.")]
    [InlineData("""{"Username":"lawyer"}""", "model.Username", "User lawyer was not found.")]
    [InlineData("""{"ExternalUserId":"lawyer@library.example"}""", "model.ExternalUserId", "User lawyer@library.example was not found.")]
    [InlineData("""{"Username":"anna","ProcessType":"Borowing"}""", "model.ProcessType", "ProcessType: found 'Borowing', expected Borrowing, Doc Del or Lending.")]
    [InlineData("""{"Username":"anna","RequestType":"Book"}""", "model.RequestType", "RequestType: found 'Book', expected Loan or Article.")]
    [InlineData("""{"Username":"anna","DueDate":"tomorrow"}""", "model.DueDate", "DueDate: found 'tomorrow', expected a date such as 2026-11-23, 2026-11-23T14:05:00 or 11/23/2026 2:05:00 PM, in the years 1753 to 9998.")]
    public async Task A_request_that_breaks_a_rule_is_refused_and_nothing_is_written(string body, string field, string problem)
    {
        var answer = await library.SendAsync("POST", "Transaction", body);

        Assert.Equal((400, problem), (answer.Status, answer.Json.GetProperty("ModelState").GetProperty(field)[0].GetString()));
    }

    [Fact]
    public async Task A_request_is_routed_and_Tracking_and_History_say_by_whom()
    {
        var answer = await library.SendAsync("PUT", "transaction/103/Route", """{"Status":"Cancelled by Customer"}""");

        Assert.Equal((200, "Cancelled by Customer", "2026-03-03T10:00:00"), (answer.Status, answer.Text("TransactionStatus"), answer.Text("TransactionDate")));
        Assert.Equal(["Cancelled by Customer|VuFind"], library.Rows("SELECT ChangedTo, ChangedBy FROM Tracking WHERE TransactionNumber = 103 ORDER BY Id DESC LIMIT 1"));
        Assert.Equal(
            ["Request routed from 'Cancelled by ILL Staff' to 'Cancelled by Customer'.|VuFind"],
            library.Rows("SELECT Entry, Username FROM History WHERE TransactionNumber = 103 ORDER BY Id DESC LIMIT 1"));
    }

    [Theory]
    [InlineData("notes")]
    [InlineData("note")]
    public async Task A_note_is_added_and_answered(string spelling)
    {
        var answer = await library.SendAsync("POST", $"Transaction/102/{spelling}", """{"Note":"Digitization Request","NoteType":"Staff"}""");
        var id = answer.Json.GetProperty("Id").GetInt32();

        Assert.Equal(
            (200, $$"""{"Id":{{id}},"TransactionNumber":102,"NoteDate":"2026-03-03T10:00:00","Note":"Digitization Request","AddedBy":"VuFind","NoteType":"Staff"}"""),
            (answer.Status, answer.Body));
        Assert.Equal(["Digitization Request|VuFind|Staff"], library.Rows($"SELECT Note, AddedBy, NoteType FROM Notes WHERE Id = {id}"));
    }

    [Theory]
    [InlineData("PUT", "Transaction/201/route", """{"Status":"x"}""", 404, "Transaction 201 was not found.")]
    [InlineData("PUT", "Transaction/201/route", "{", 404, "Transaction 201 was not found.")]
    [InlineData("POST", "Transaction/201/notes", """{"Note":"x"}""", 404, "Transaction 201 was not found.")]
    [InlineData("POST", "Transaction/999/note", """{"Note":"x"}""", 404, "Transaction 999 was not found.")]
    [InlineData("PUT", "Transaction/104/route", """{"State":"x"}""", 400, "The request is invalid.")]
    [InlineData("PUT", "Transaction/104/route", """{"Status":" "}""", 400, "The request is invalid.")]
    [InlineData("PUT", "Transaction/104/route", """{"Status":"Cancelled\nby Customer"}""", 400, "The request is invalid.")]
    [InlineData("POST", "Transaction/104/notes", """{"Note":""}""", 400, "The request is invalid.")]
    public async Task A_change_of_what_is_not_there_or_without_its_field_is_refused(string method, string path, string body, int status, string message)
    {
        var answer = await library.SendAsync(method, path, body);

        Assert.Equal((status, message), (answer.Status, answer.Text("Message")));
        Assert.Equal(["1|Checked Out to Customer"], library.Rows("SELECT (SELECT COUNT(*) FROM Tracking WHERE TransactionNumber = 201), TransactionStatus FROM Transactions WHERE TransactionNumber = 201"));
    }

    [Fact]
    public async Task Many_who_make_requests_at_once_get_a_number_each()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => library.SendAsync("POST", "Transaction", """{"Username":"empty","RequestType":"Loan"}""")));

        Assert.Equal(20, answers.Select(answer => answer.Json.GetProperty("TransactionNumber").GetInt32()).Distinct().Count());
    }

    private static string Ordered(string json) => "{" + string.Join(',', json.Trim('{', '}').Split(',').OrderByDescending(pair => pair, StringComparer.Ordinal)) + "}";
}
