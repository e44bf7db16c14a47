using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.ContactForm;

public sealed class RowTests : IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,Phone,SSN,Number
        pnum,Paul,Number,MAIN,Phone,,555-0102,29001234,P-77
        lnum,Lea,Lawson,MAIN,Phone,,555-0103,,
        jdoe,Jane,Doe,MAIN,Electronic,jane@example.org,,,
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle,ItemNumber,ILLNumber,DueDate
        501,pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil,39001122,213456,2026-04-17T00:00:00
        502,lnum,Doc Del,Loan,Awaiting Doc Del Customer Contact,2026-03-02T14:00:00,Moss and lichen,,,
        503,pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Notes on rivers,,,
        """;

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task The_items_of_a_patron_stand_together_and_a_single_one_stands_for_itself()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);

        Assert.Equal([501, 503, 502], desk.Rows.Select(row => row.TransactionNumber));
        Assert.Equal("MAIN|PNUM", desk.Row(501).Together);
        Assert.Equal(desk.Row(501).Together, desk.Row(503).Together);
        Assert.Equal("", desk.Row(502).Together);
    }

    [Fact]
    public async Task A_list_that_is_read_again_shows_what_others_changed_in_customers_requests_and_sites()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);
        await library.ImportAsync(Users.Replace("555-0102", "555-0199", StringComparison.Ordinal), Requests.Replace("Moss and lichen", "Mosses", StringComparison.Ordinal));
        Assert.Equal(0, (await library.RunAsync("sites", "set", "MAIN", "--pickup-field", "Transaction.ItemNumber")).Code);
        await desk.RouteAsync(503, "Awaiting Customer Contact", "Request Finished");
        await desk.LookAsync();

        Assert.Equal([501, 502], desk.Rows.Select(row => row.TransactionNumber));
        Assert.Equal("555-0199", desk.Cell(501, "Phone"));
        Assert.Equal("39001122", desk.Cell(501, "Pickup"));
        Assert.Equal("Mosses", desk.Cell(502, "Title"));
    }

    [Fact]
    public async Task A_row_is_found_by_the_barcodes_of_its_item_and_of_its_patron()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);

        Assert.Equal(["39001122", "213456", "29001234", "P-77"], desk.Row(501).Codes);
        Assert.Equal(new DateTimeOffset(2026, 4, 17, 0, 0, 0, TimeSpan.Zero), desk.Cell(501, "Due"));
        Assert.Equal(library.Clock.GetUtcNow() - (DateTimeOffset)desk.Cell(501, "Received")!, desk.Cell(501, "Waiting"));
    }

    [Fact]
    public async Task The_group_of_e_mails_says_what_scripts_keep_in_transit_and_until_when()
    {
        library.Script("MAIN", "function RoutingDelay(request) return Wait.Until(\"18:30\") end");
        await library.ImportAsync(
            Users,
            Requests + "\n601,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T14:00:00,One,,,\n602,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T14:00:00,Two,,,");
        await library.SweepAsync();
        await using var desk = await ContactDesk.OpenAsync(library);

        var group = desk.Groups.Single(group => group.Key == "EMail");
        Assert.Matches("^sent automatically; 2 held until 18:30 by MAIN/notify\\.lua .+$", group.Note);
        Assert.True(group.Folded);
    }

    [Fact]
    public async Task One_message_tells_of_a_script_that_fails_however_many_requests_it_holds()
    {
        library.Script("MAIN", "function RoutingDelay(request) return request.NoSuchField end");
        await library.ImportAsync(
            Users,
            Requests + "\n601,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T14:00:00,One,,,\n602,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T14:00:00,Two,,,");
        await library.SweepAsync();
        await using var desk = await ContactDesk.OpenAsync(library);

        Assert.StartsWith("2 requests of MAIN are held by a fault of MAIN/notify.lua ", desk.Notice, StringComparison.Ordinal);
        Assert.EndsWith(" A mended script releases them at the next sweep.", desk.Notice, StringComparison.Ordinal);
        Assert.Equal("NeedsAttention", desk.Row(601).Group);
        Assert.Empty(desk.Row(601).Mends);
    }

    [Fact]
    public async Task The_line_beside_the_title_says_when_the_next_sweep_of_several_sites_begins_on_its_sites_clock()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);
        Assert.Equal("", desk.Notice);

        var next = new DateTimeOffset(2026, 3, 2, 15, 35, 0, TimeSpan.Zero);
        desk.Plan(site => site.NVTGC == "MAIN" ? next : next.AddMinutes(5));
        await desk.LookAsync();

        Assert.Equal("Next e-mail sweep 15:35 (MAIN)", desk.Notice);
    }

    [Fact]
    public async Task The_request_form_shows_every_attempt_and_answer_and_the_acts_that_fit_each_notice()
    {
        await using var listener = ScriptedSmtpListener.Start();
        library.MailTo(listener);
        await library.ImportAsync(Users, Requests + "\n601,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,One,,,");
        listener.Script.Next(SmtpStage.Rcpt, new SmtpAct.Answer("451 4.7.1 greylisted"));
        await library.SweepAsync();
        await using var desk = await ContactDesk.OpenAsync(library);
        library.Clock.Advance(TimeSpan.FromSeconds(1));
        await desk.FillAsync("left-message", "staff1", new() { ["note"] = "till 5 pm" }, 601);

        var rows = await desk.PanelAsync("notifications", 601);
        var bad = await desk.CallPanelAsync("notifications", "deliver-notice", "staff1", 601, rows[1].Key);
        var cancelled = await desk.CallPanelAsync("notifications", "cancel-notice", "staff1", 601, rows[1].Key);

        Assert.Equal(("Phone", "left message", "by staff1: till 5 pm"), (rows[0].Cells[1], rows[0].Cells[4], rows[0].Cells[8]));
        Assert.Equal(("E-Mail", "Retrying", "451 4.7.1 greylisted"), (rows[1].Cells[1], rows[1].Cells[4], rows[1].Cells[6]));
        Assert.Equal("put off by the mail server, tried again at 15:01: 451 4.7.1 greylisted", desk.Cell(601, "Reason"));
        Assert.Equal(["cancel-notice"], rows[1].Commands);
        Assert.EndsWith("Attempts\n2 Mar 15:00:00 TryLater (Recipient): 451 4.7.1 greylisted", rows[1].Detail, StringComparison.Ordinal);
        Assert.Equal(("Nothing was done: only a notice whose fate is unknown can be marked as delivered, and it is Retrying.", true), (bad.Message, bad.Refused));
        Assert.Equal("1 e-mail was cancelled.", cancelled.Message);
        Assert.Equal(["resend-notice"], (await desk.PanelAsync("notifications", 601)).Single(row => row.Key == rows[1].Key).Commands);
    }

    [Fact]
    public async Task After_letters_staff_are_asked_whether_those_told_by_mail_are_to_be_marked()
    {
        await library.ImportAsync(Users, Requests);
        await library.QueryAsync("UPDATE Users SET NotificationMethod = 'Mail', Address = '2 Oak St' WHERE UserName = 'pnum' RETURNING UserName");
        await using var desk = await ContactDesk.OpenAsync(library);

        var letters = await desk.CallAsync("print-notifications", "staff1", 501, 502, 503);
        var only = await desk.CallAsync("print-notifications", "staff1", 502);
        var mark = await desk.AskAsync(letters.Next!.Command, "staff1", new(letters.Next.Values), 501);
        var marked = await desk.CallAsync(letters.Next!.Command, "staff1", [.. letters.Next.Rows.Select(row => row.TransactionNumber)]);

        Assert.Equal("Mark 2 as notified by mail?", letters.Next.Question);
        // The letter was not about the customer's other item: nothing more is asked.
        Assert.Empty(mark.Fields);
        Assert.Null(only.Next);
        Assert.Equal("2 requests moved to Customer Notified via Mail.", marked.Message);
    }
}
