using System.Net.Http.Json;
using System.Text.Json;
using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Web.Answers;

/// <summary>Every reason for which a request needs attention: it is said in words, with the mend that fits first, and pressing that one ends as it should, with nobody told twice.</summary>
[TakesLong]
public sealed class AttentionTests : IAsyncLifetime, IDisposable
{
    private const int Number = 501;
    private const string ByMail = "Customer Notified via E-Mail";
    private const string ByPhone = "Customer Notified via Phone";
    private const string Waits = "Awaiting Customer Contact";
    private const string InTransit = "In Transit to Pickup Location";

    private static readonly Dictionary<string, string> Jane = new()
    {
        ["NVTGC"] = "MAIN",
        ["NotificationMethod"] = "Electronic",
        ["EMailAddress"] = "jane@example.org",
        ["Phone"] = "555-0104",
    };

    private static readonly Dictionary<string, Trouble> Troubles = new()
    {
        ["method e-mail without an address"] = new("no e-mail address", ["fix-address", "method-phone"])
        {
            User = new() { ["EMailAddress"] = "" },
            Filled = new() { ["address"] = "jane.doe@example.org" },
            Status = ByMail,
            Mails = 1,
        },
        ["an address that is none"] = new("no usable e-mail address: the one on the user's record has no '@'", ["fix-address", "method-phone"])
        {
            User = new() { ["EMailAddress"] = "jane" },
            Filled = new() { ["address"] = "jane.doe@example.org" },
            Status = ByMail,
            Mails = 1,
        },
        ["an address that the server refused"] = new("e-mail refused: 550 5.1.1 no such user", ["fix-address", "notified-via-phone", "send-again", "method-phone"])
        {
            Refuses = "550 5.1.1 no such user",
            Filled = new() { ["address"] = "jane.doe@example.org" },
            Status = ByMail,
            Mails = 1,
        },
        ["an unknown way of delivery"] = new("unknown delivery method 'By owl'", ["send-e-mail-now", "notified-via-phone"]) { User = new() { ["LoanDeliveryMethod"] = "By owl" }, Status = ByMail, Mails = 1 },
        ["no template"] = new("Template 'ILL Borrowing Loan Pickup' is u", ["send-e-mail-now", "notified-via-phone"]) { Sql = "DELETE FROM EMailTemplates WHERE Name = 'ILL Borrowing Loan Pickup' RETURNING Name", Status = ByMail, Mails = 1 },
        ["a template that is disabled"] = new("disabled", ["send-e-mail-now", "notified-via-phone"])
        {
            Sql = "UPDATE EMailTemplates SET Disabled = 1 WHERE Name = 'ILL Borrowing Loan Pickup' RETURNING Name",
            Status = ByMail,
            Mails = 1,
        },
        ["a template that cannot be rendered"] = new("<#LoanTitel>", ["send-e-mail-now", "notified-via-phone"])
        {
            Sql = "UPDATE EMailTemplates SET Body = 'Your <#LoanTitel>' WHERE Name = 'ILL Borrowing Loan Pickup' RETURNING Name",
            Filled = new() { ["text"] = "Your item is here." },
            Status = ByMail,
            Mails = 1,
        },
        ["a fault of the script that chooses"] = new("MAIN/notify.lua", ["send-e-mail-now", "notified-via-phone"]) { Script = "function ChooseTemplate(request) return request.NoSuch end", Status = ByMail, Mails = 1 },
        ["a script that wants no mail"] = new("come to the desk", ["send-e-mail-now", "notified-via-phone"]) { Script = "function ChooseTemplate(request) return Suppress(\"come to the desk\") end", Status = ByMail, Mails = 1 },
        ["a fault of the script that routes"] = new("held in transit: ", []) { Script = "function RoutingDelay(request) return request.NoSuch end", Arrives = InTransit, Status = InTransit },
        ["a hold of the script"] = new("held in transit: ", ["release-hold"]) { Script = "function RoutingDelay(request) return Hold(\"look at the box\") end", Arrives = InTransit, Status = ByMail, Mails = 1 },
        ["opted out, with a phone"] = new("opted out", ["notified-via-phone", "method-phone"]) { User = new() { ["Notification_RequestPickup_Email"] = "No" }, Status = ByPhone },
        ["opted out, with a postal address alone"] = new("opted out", ["method-mail"])
        {
            User = new() { ["Notification_RequestPickup_Email"] = "No", ["Phone"] = "", ["Address"] = "1 Elm St", ["City"] = "Ames" },
            Status = Waits,
            Group = "Mail",
        },
        ["Phone without a number"] = new("method Phone, no number", ["method-e-mail"]) { User = new() { ["NotificationMethod"] = "Phone", ["Phone"] = "" }, Status = ByMail, Mails = 1 },
        ["Phone without anything"] = new("method Phone, no number", []) { User = new() { ["NotificationMethod"] = "Phone", ["Phone"] = "", ["EMailAddress"] = "" }, Status = Waits },
        ["Mail without an address"] = new("method Mail, no postal address", ["method-e-mail", "method-phone"]) { User = new() { ["NotificationMethod"] = "Mail" }, Status = ByMail, Mails = 1 },
        ["Mail without an address, with a phone alone"] = new("method Mail, no postal address", ["method-phone"]) { User = new() { ["NotificationMethod"] = "Mail", ["EMailAddress"] = "" }, Status = Waits, Group = "Phone" },
        ["a method that is unknown"] = new("'Pigeon'", ["method-e-mail", "method-phone"]) { User = new() { ["NotificationMethod"] = "Pigeon" }, Status = ByMail, Mails = 1 },
        ["no method"] = new("no notification method", ["method-e-mail", "method-phone"]) { User = new() { ["NotificationMethod"] = "" }, Status = ByMail, Mails = 1 },
        ["a notice of unknown fate, that arrived"] = new("may have gone out", ["was-delivered", "send-again", "cancel-notice"]) { Cuts = true, Status = ByMail, Mails = 1 },
        ["a notice of unknown fate, that did not"] = new("may have gone out", ["was-delivered", "send-again", "cancel-notice"]) { Cuts = true, Press = "send-again", Status = ByMail, Mails = 2 },
        ["a notice that was given up"] = new("given up", ["send-again", "fix-address", "notified-via-phone", "method-phone"]) { Refuses = "451 4.7.1 greylisted", Later = TimeSpan.FromHours(30), Status = ByMail, Mails = 1 },
        ["a notice that is too old"] = new("older than", ["send-again", "cancel-notice", "notified-via-phone"]) { ServerIsDown = true, Later = TimeSpan.FromDays(9), Status = ByMail, Mails = 1 },
        ["a notice that staff took back"] = new("e-mail cancelled by ann", ["send-again", "send-e-mail-now", "notified-via-phone"]) { ServerIsDown = true, First = "cancel-notice", Status = ByMail, Mails = 1 },
    };

    private readonly Library library = new();
    private readonly ScriptedSmtpListener listener = ScriptedSmtpListener.Start();

    public static TheoryData<string> Names => [.. Troubles.Keys];

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => listener.DisposeAsync().AsTask();

    public void Dispose() => library.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_reason_is_said_and_its_first_mend_ends_as_it_should(string name)
    {
        var trouble = Troubles[name];
        await BringAboutAsync(trouble);
        await using var desk = await ServedDesk.OpenAsync(library);
        using var visitor = await desk.VisitAsync(TestStaff.Staff);
        if (trouble.First.Length > 0)
            await PressAsync(desk, visitor, trouble.First, trouble.Filled);

        var row = await RowAsync(visitor);
        Assert.Equal("NeedsAttention", row.GetProperty("group").GetString());
        Assert.Contains(trouble.Reason, Cell(desk, row, "Reason"), StringComparison.Ordinal);
        Assert.Equal(trouble.Mends, row.TryGetProperty("mends", out var mends) ? mends.EnumerateArray().Select(mend => mend.GetString()!) : []);

        if (trouble.Press.Length > 0 || trouble.Mends.Count > 0)
            await PressAsync(desk, visitor, trouble.Press.Length > 0 ? trouble.Press : trouble.Mends[0], trouble.Filled);
        // One sweep routes what was released and mails what waits; the others find nothing more to do.
        for (var sweep = 0; sweep < 3; sweep++)
        {
            library.Clock.Advance(TimeSpan.FromMinutes(6));
            await library.SweepAsync();
        }

        Assert.Equal(trouble.Status, await library.StatusAsync(Number));
        Assert.Equal(trouble.Mails, listener.Mails.Count);
        if (trouble.Status == Waits)
            Assert.Equal(trouble.Group, (await RowAsync(visitor)).GetProperty("group").GetString());
    }

    // The record takes no request without its user: what would stand nowhere is told to whoever brings it.
    [Fact]
    public async Task A_request_whose_user_is_missing_is_named_where_it_comes_in()
    {
        var users = library.File("users.csv", "UserName,NVTGC\njdoe,MAIN");
        var requests = library.File("transactions.csv", $"TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate\n{Number},gone,Borrowing,Loan,{Waits},2026-03-02T14:00:00");
        var (code, output, error) = await library.RunAsync("import", "--users", users, "--transactions", requests);
        Assert.Equal(1, code);
        Assert.Matches("line 2.*'gone'", output + error);
        Assert.Empty(await library.QueryAsync("SELECT TransactionNumber FROM Transactions"));
    }

    private async Task BringAboutAsync(Trouble trouble)
    {
        if (trouble.Script.Length > 0)
            library.Script("MAIN", trouble.Script);
        library.MailTo(listener);
        if (trouble.ServerIsDown)
            library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", Port = Library.DeadPort, Security = "None" } });
        await library.SweepAsync();
        var user = Jane.Concat(trouble.User).GroupBy(field => field.Key).ToDictionary(field => field.Key, field => field.Last().Value);
        await library.ImportAsync(
            $"UserName,FirstName,LastName,{string.Join(',', user.Keys)}\njdoe,Jane,Doe,{string.Join(',', user.Values)}",
            $"TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n{Number},jdoe,Borrowing,Loan,{trouble.Arrives},2026-03-02T14:00:00,Atlas of soil");
        if (trouble.Sql.Length > 0)
            Assert.NotEmpty(await library.QueryAsync(trouble.Sql));
        if (trouble.Refuses.Length > 0)
            listener.Script.At(SmtpStage.Rcpt, trouble.Refuses);
        if (trouble.Cuts)
            listener.Script.Next(SmtpStage.FinalDot, new SmtpAct.Cut { Keeps = true });
        await library.SweepAsync();
        if (trouble.Later > TimeSpan.Zero)
        {
            library.Clock.Advance(trouble.Later);
            if (trouble.ServerIsDown)
                library.MailTo(listener);
            await library.SweepAsync();
        }

        listener.Script.Clear();
        if (trouble.ServerIsDown && trouble.First.Length == 0)
            library.MailTo(listener);
    }

    private async Task PressAsync(ServedDesk desk, Visitor visitor, string name, Dictionary<string, string> filled)
    {
        var (command, arrival) = (desk.Command(name), (await RowAsync(visitor)).GetProperty("arrivalId").GetInt64());
        var values = new Dictionary<string, string>();
        if (command.Asks)
        {
            using var asked = await visitor.SendAsync(HttpMethod.Post, $"{command.Path}/ask", command.Body(Number, arrival));
            var form = await asked.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal("", form.GetProperty("refusal").GetString());
            foreach (var field in form.GetProperty("fields").EnumerateArray())
                values[field.GetProperty("name").GetString()!] = filled.GetValueOrDefault(field.GetProperty("name").GetString()!, field.GetProperty("value").GetString()!);
        }

        using var answer = await visitor.SendAsync(HttpMethod.Post, command.Path, command.Body(Number, arrival, values));
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(said.Contains("\"refused\":false", StringComparison.Ordinal), said);
        if (name == "cancel-notice")
            library.MailTo(listener);
    }

    private static async Task<JsonElement> RowAsync(Visitor visitor) =>
        (await visitor.JsonAsync("/screens/customer-contact/rows?site=")).GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("transactionNumber").GetInt32() == Number);

    private static string Cell(ServedDesk desk, JsonElement row, string column) =>
        row.GetProperty("cells")[desk.Screen.Columns.Select(each => each.Name).Prepend("TransactionNumber").ToList().IndexOf(column)].GetString()!;

    /// <summary>A reason, how it comes about, and how it ends.</summary>
    /// <param name="Reason">What the row says, in part.</param>
    /// <param name="Mends">The likeliest first; none where the request form alone can mend it.</param>
    private sealed record Trouble(string Reason, IReadOnlyList<string> Mends)
    {
        public Dictionary<string, string> User { get; init; } = [];

        public string Arrives { get; init; } = Waits;

        public string Script { get; init; } = "";

        public string Sql { get; init; } = "";

        /// <summary>What the mail server answers to every recipient before the mend.</summary>
        public string Refuses { get; init; } = "";

        /// <summary>Whether the mail server keeps the first mail and does not say so.</summary>
        public bool Cuts { get; init; }

        public bool ServerIsDown { get; init; }

        /// <summary>How much later it is swept once more.</summary>
        public TimeSpan Later { get; init; }

        /// <summary>A command of staff that brings it about.</summary>
        public string First { get; init; } = "";

        /// <summary>Pressed in place of the first mend.</summary>
        public string Press { get; init; } = "";

        public Dictionary<string, string> Filled { get; init; } = [];

        public required string Status { get; init; }

        /// <summary>Where it stands in the end if it still waits.</summary>
        public string Group { get; init; } = "NeedsAttention";

        /// <summary>What the mail server has taken in the end.</summary>
        public int Mails { get; init; }
    }
}
