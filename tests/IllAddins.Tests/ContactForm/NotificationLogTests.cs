using System.Text;
using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.ContactForm;

/// <summary>What was last done to tell each customer.</summary>
public sealed class NotificationLogTests : IAsyncLifetime, IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,Phone
        jdoe,Jane,Doe,MAIN,Electronic,jane@example.org,
        gone,Gus,One,MAIN,Electronic,gus@example.org,
        pnum,Paul,Number,MAIN,Phone,,555-0102
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        """;

    private readonly Library library = new();
    private readonly ScriptedSmtpListener listener = ScriptedSmtpListener.Start();

    public async Task InitializeAsync()
    {
        library.MailTo(listener);
        listener.Script.Next(SmtpStage.Rcpt, new SmtpAct.Answer("550 5.1.1 no such user"));
        await ImportAsync((602, "gone"));
        await library.SweepAsync();
        library.Clock.Advance(TimeSpan.FromMinutes(1));
        await ImportAsync((601, "jdoe"), (603, "pnum"));
        await library.SweepAsync();
    }

    public Task DisposeAsync() => listener.DisposeAsync().AsTask();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task It_shows_the_last_notice_or_call_of_each_request_with_the_answer_and_what_can_be_decided()
    {
        await using var desk = await ContactDesk.OpenAsync(library);
        await desk.AskAndCallAsync("left-message", "staff1", new() { ["note"] = "till 5 pm" }, 603);
        var rows = (await ReadAsync(desk)).ToDictionary(row => row.TransactionNumber);

        Assert.Equal(
            ("ToDecide", "Failed", "550 5.1.1 no such user", "One, Gus", "gus@example.org"),
            (rows[602].Group, rows[602].Cells["Result"], rows[602].Cells["Answer"], rows[602].Cells["Customer"], rows[602].Cells["To"]));
        Assert.Equal(["fix-address", "send-again", "cancel-notice"], rows[602].Mends);
        Assert.Equal(("Settled", "E-Mail", "Sent", "ILL Borrowing Loan Pickup"), (rows[601].Group, rows[601].Cells["Channel"], rows[601].Cells["Result"], rows[601].Cells["Template"]));
        Assert.StartsWith("250", (string)rows[601].Cells["Answer"]!, StringComparison.Ordinal);
        Assert.Empty(rows[601].Mends);
        Assert.Equal(("Settled", "Phone", "left message", "staff1", "till 5 pm"), (rows[603].Group, rows[603].Cells["Channel"], rows[603].Cells["Result"], rows[603].Cells["By"], rows[603].Cells["Note"]));
    }

    [Fact]
    public async Task What_was_sent_is_left_alone_with_where_its_request_stands()
    {
        await using var desk = await ContactDesk.OpenAsync(library);
        var sent = (await ReadAsync(desk)).Single(row => row.TransactionNumber == 601);
        var again = await CallAsync(desk, "send-again", new SelectedRow { TransactionNumber = 601, ArrivalId = sent.ArrivalId });
        Assert.Equal(("No e-mail is to be sent again. 1 left alone: 601 - the request has moved to 'Customer Notified via E-Mail' since.", true), (again.Message, again.Refused));
    }

    [Fact]
    public async Task What_failed_is_sent_again_from_it_and_it_is_exported()
    {
        await using var desk = await ContactDesk.OpenAsync(library);
        var row = (await ReadAsync(desk)).Single(row => row.TransactionNumber == 602);
        var again = await CallAsync(desk, "send-again", new SelectedRow { TransactionNumber = 602, ArrivalId = row.ArrivalId });
        Assert.Equal("1 e-mail is to be sent again; it leaves with the next sweep.", again.Message);
        Assert.Equal("UnderWay", (await ReadAsync(desk)).Single(row => row.TransactionNumber == 602).Group);

        var exported = await CallAsync(desk, "export-csv");
        Assert.Equal("2 requests exported.", exported.Message);
        Assert.StartsWith("Trans. No.,Group,When,Customer,Channel,Template,Result,Server's answer,", Encoding.UTF8.GetString(exported.File!.Content.Span).TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.StartsWith("notification-log-", exported.File.Name, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<ScreenRow>> ReadAsync(ContactDesk desk) =>
        (await desk.Screen("notification-log").LoadAsync(new ScreenCall { User = "staff1" }, CancellationToken.None)).Rows;

    private static Task<CommandAnswer> CallAsync(ContactDesk desk, string command, params SelectedRow[] rows) =>
        desk.Screen("notification-log").Commands.Single(known => known.Name == command).RunAsync(new CommandCall { User = "staff1", Rows = rows }, CancellationToken.None);

    private Task ImportAsync(params (int Number, string User)[] requests) => library.ImportAsync(
        Users, $"{Requests}\n{string.Join('\n', requests.Select(request => $"{request.Number},{request.User},Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil"))}");
}
