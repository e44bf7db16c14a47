using IllAddins.Tests.ContactForm;

namespace IllAddins.Tests.Road;

public sealed class NoticeRoadTests : IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,Phone,LoanDeliveryMethod,DeliveryMethod,Notification_RequestPickup_Email
        jdoe,Jane,Doe,MAIN,Electronic,jane@example.org,555-0101,,,Yes
        mbox,Mia,Box,LAW,Electronic,mia@example.org,555-0102,Mail to Address,Hold for Pickup,Yes
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle,PhotoArticleTitle
        401,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil,
        402,mbox,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Moss and lichen,
        """;

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_request_that_comes_back_to_the_status_gets_one_new_notice()
    {
        await library.ImportAsync(Users, Requests);
        await library.SweepAsync();
        await using var desk = await ContactDesk.OpenAsync(library);
        await desk.RouteAsync(401, "Customer Notified via E-Mail", "Awaiting Customer Contact");

        var again = await library.SweepAsync();
        var third = await library.SweepAsync();

        Assert.Equal((1, 0), (again.Sent, third.Sent));
        Assert.Equal(["Sent", "Sent"], await library.QueryAsync("SELECT Status FROM EMailCopies WHERE TransactionNumber = 401"));
    }

    [Fact]
    public async Task A_notice_that_left_for_an_arrival_is_not_written_again_for_it_whatever_else_is_done_to_the_record()
    {
        await library.ImportAsync(Users, Requests);
        await library.SweepAsync();

        // As if the move that the notice made had never been.
        await library.QueryAsync("DELETE FROM Tracking WHERE TransactionNumber = 401 AND ChangedTo = 'Customer Notified via E-Mail' RETURNING Id");
        await library.QueryAsync("UPDATE Transactions SET TransactionStatus = 'Awaiting Customer Contact' WHERE TransactionNumber = 401 RETURNING TransactionNumber");
        await library.ImportAsync(Users.Replace("555-0101", "555-0109", StringComparison.Ordinal), Requests);
        var again = await library.SweepAsync();

        Assert.Equal(0, again.Sent);
        Assert.Equal(["Sent 1"], await library.QueryAsync("SELECT Status || ' ' || Attempts FROM EMailCopies WHERE TransactionNumber = 401"));
    }

    [Theory]
    [InlineData("MAIN,Electronic,jane@example.org", "MAIN,Phone,jane@example.org", "Cancelled to jane@example.org from MAIN: not sent: prefers Phone")]
    [InlineData("MAIN,Electronic,jane@example.org", "MAIN,Electronic,doe@example.org", "Sent to doe@example.org from MAIN")]
    [InlineData("555-0101,,,Yes", "555-0101,,,No", "Cancelled to jane@example.org from MAIN: not sent: opted out: the user turned off e-mails about pickup (Notification_RequestPickup_Email).")]
    [InlineData("Doe,MAIN", "Doe,LAW", "Sent to jane@example.org from LAW")]
    public async Task What_a_patron_changes_while_the_notice_waits_is_honoured(string was, string becomes, string expected)
    {
        await WaitingAsync();

        await library.ImportAsync(Users.Replace(was, becomes, StringComparison.Ordinal), Requests);
        library.Settings(new { TimeZone = "UTC" });
        await library.SweepAsync();
        await library.SweepAsync();

        Assert.Equal(
            [expected],
            await library.QueryAsync("SELECT Status || ' to ' || ToAddress || ' from ' || Site || COALESCE(': ' || Note, '') FROM EMailCopies WHERE TransactionNumber = 401"));
    }

    [Fact]
    public async Task A_request_edited_while_its_notice_waits_is_told_in_the_new_words()
    {
        await WaitingAsync();

        await library.ImportAsync(Users, Requests.Replace("Atlas of soil", "Atlas of sand", StringComparison.Ordinal));
        library.Settings(new { TimeZone = "UTC" });
        await library.SweepAsync();

        Assert.Equal(["Sent Ready for you: Atlas of sand"], await library.QueryAsync("SELECT Status || ' ' || Subject FROM EMailCopies WHERE TransactionNumber = 401"));
    }

    [Fact]
    public async Task A_script_changed_while_a_notice_waits_chooses_its_template_again()
    {
        await library.RunAsync("addins", "list");
        await AddTemplateAsync("ILL", "Library use only", "To read here");
        await WaitingAsync();

        library.Script("MAIN", "function ChooseTemplate(request) return 'Library use only' end");
        library.Settings(new { TimeZone = "UTC" });
        await library.SweepAsync();

        Assert.Equal(["Sent Library use only: To read here"], await library.QueryAsync("SELECT Status || ' ' || Template || ': ' || Subject FROM EMailCopies WHERE TransactionNumber = 401"));
    }

    [Fact]
    public async Task A_template_that_no_site_has_holds_the_request_and_names_the_script_and_what_is_near()
    {
        library.Script("MAIN", "function ChooseTemplate(request) return 'ILL Borrowing Loan Pikup' end");
        await library.ImportAsync(Users, Requests);

        var swept = await library.SweepAsync();

        Assert.Equal((1, 1), (swept.Sent, swept.Held));
        Assert.Matches(
            @"^MAIN/notify\.lua v1 line \d chose the template 'ILL Borrowing Loan Pikup', which is unknown at site MAIN\. "
            + @"Similar names there: 'ILL Borrowing Loan Pickup'.*\. Correct the name in the script, or add the template\.$",
            Assert.Single(swept.Errors).Message);
    }

    [Fact]
    public async Task Doc_del_has_its_own_status_and_templates_and_a_site_its_own_before_the_default_ones()
    {
        await library.ImportAsync(Users, """
            TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle,PhotoArticleTitle
            411,jdoe,Doc Del,Loan,In Transit to Pickup Location,2026-03-02T14:00:00,Atlas of soil,
            412,jdoe,Doc Del,Article,In Transit to Pickup Location,2026-03-02T14:00:00,,On moss
            413,mbox,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T14:00:00,Rivers,
            414,mbox,Borrowing,Article,In Transit to Pickup Location,2026-03-02T14:00:00,,On sand
            415,jdoe,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T14:00:00,,
            """);
        await library.RunAsync("addins", "list");
        await AddTemplateAsync("MAIN", "ILL Borrowing Loan Pickup", "At MAIN: <#LoanTitle>");

        var swept = await library.SweepAsync();

        Assert.Equal((5, 5, 0), (swept.Routed, swept.Sent, swept.Held));
        Assert.Equal(
            [
                "411 ILL Doc Del Loan Pickup", "412 ILL Doc Del Article Pickup", "413 ILL Borrowing Loan Delivery", "414 ILL Borrowing Article Pickup",
                "415 ILL Borrowing Loan Pickup",
            ],
            await library.QueryAsync("SELECT TransactionNumber || ' ' || Template FROM EMailCopies ORDER BY TransactionNumber"));
        Assert.Equal(["At MAIN:"], await library.QueryAsync("SELECT Subject FROM EMailCopies WHERE TransactionNumber = 415"));
        Assert.Equal(["Awaiting Doc Del Customer Contact"], await library.QueryAsync("SELECT ChangedTo FROM Tracking WHERE TransactionNumber = 412 AND ChangedTo LIKE 'Awaiting%'"));
    }

    [Fact]
    public async Task A_tag_inside_a_title_is_text()
    {
        await library.ImportAsync(Users, Requests.Replace("Atlas of soil", "<#User.EMailAddress> & <#Nothing>", StringComparison.Ordinal));

        await library.SweepAsync();

        Assert.Equal(["Ready for you: <#User.EMailAddress> & <#Nothing>"], await library.QueryAsync("SELECT Subject FROM EMailCopies WHERE TransactionNumber = 401"));
    }

    [Fact]
    public async Task A_request_held_by_both_sweeps_in_turn_counts_once()
    {
        await library.ImportAsync(
            Users.Replace("mia@example.org", "", StringComparison.Ordinal),
            Requests.Replace("Awaiting Customer Contact", "In Transit to Pickup Location", StringComparison.Ordinal).Replace("402,mbox,Borrowing", "402,mbox,Lending", StringComparison.Ordinal));
        var inTransit = await library.SweepAsync();
        await library.ImportAsync(Users.Replace("mia@example.org", "", StringComparison.Ordinal), Requests.Replace("Awaiting Customer Contact", "In Transit to Pickup Location", StringComparison.Ordinal));
        var waiting = await library.SweepAsync();

        Assert.Equal((1, 1, 1), (inTransit.Routed, inTransit.Held, inTransit.Errors.Count));
        Assert.Equal((1, 1, 0), (waiting.Routed, waiting.Held, waiting.Errors.Count));
    }

    /// <summary>Notices that a mail server which is down keeps in the outbox.</summary>
    private async Task WaitingAsync()
    {
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", Port = Library.DeadPort, Security = "None" } });
        await library.ImportAsync(Users, Requests);
        await library.SweepAsync();
        Assert.Equal(["Pending", "Pending"], await library.QueryAsync("SELECT Status FROM EMailCopies"));
        library.Clock.Advance(TimeSpan.FromMinutes(5));
    }

    private Task<IReadOnlyList<string>> AddTemplateAsync(string site, string name, string subject) => library.QueryAsync(
        $"INSERT INTO EMailTemplates (NVTGC, Name, Description, Subject, Body) VALUES ('{site}', '{name}', '', '{subject}', 'Dear reader') RETURNING Name");
}
