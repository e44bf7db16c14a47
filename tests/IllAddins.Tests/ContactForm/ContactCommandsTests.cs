using IllAddins.Tests.Road;

namespace IllAddins.Tests.ContactForm;

public sealed class ContactCommandsTests : IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,Phone,Address,City,State,Zip
        pnum,Paul,Number,MAIN,Phone,,555-0102,1 Elm St,Ames,IA,50010
        lnum,Lea,Lawson,LAW,Phone,,555-0103,2 Oak St,Ames,IA,50010
        mbox,Mia,Box,LAW,Mail,,,3 Ash St,Ames,IA,50010
        jdoe,Jane,Doe,MAIN,Electronic,jane@example.org,,,,,
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        501,pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil
        502,lnum,Doc Del,Loan,Awaiting Doc Del Customer Contact,2026-03-02T14:00:00,Moss and lichen
        503,mbox,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Notes on rivers
        504,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,A street
        505,pnum,Lending,Loan,In Transit to Pickup Location,2026-03-02T14:00:00,Lent away
        """;

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_row_that_another_desk_moved_is_left_alone_with_who_and_when()
    {
        await library.ImportAsync(Users, Requests);
        await using var one = await ContactDesk.OpenAsync(library);
        await using var other = await ContactDesk.OpenAsync(library);
        library.Clock.Advance(TimeSpan.FromMinutes(31));

        var first = await one.CallAsync("notified-via-phone", "staff1", 501);
        var second = await other.CallAsync("notified-via-phone", "staff2", 501, 502);
        var letters = await other.CallAsync("print-notifications", "staff2", 501);
        library.Clock.Advance(TimeSpan.FromDays(1));
        var nextDay = await other.CallAsync("notified-via-phone", "staff2", 501);

        Assert.Equal("1 request moved to Customer Notified via Phone.", first.Message);
        Assert.Equal(
            "1 request moved to Customer Notified via Phone. 1 left alone: 501 - already moved to Customer Notified via Phone by staff1 at 15:31.",
            second.Message);
        Assert.Equal("No letter printed. 1 left alone: 501 - already moved to Customer Notified via Phone by staff1 at 15:31.", letters.Message);
        Assert.Equal(
            "No request moved to Customer Notified via Phone. 1 left alone: 501 - already moved to Customer Notified via Phone by staff1 on 2 Mar at 15:31.",
            nextDay.Message);
        Assert.True(letters.Refused && nextDay.Refused);
        Assert.Equal(["staff1"], await library.QueryAsync("SELECT ChangedBy FROM Tracking WHERE TransactionNumber = 501 AND ChangedTo LIKE '%Phone'"));
    }

    [Fact]
    public async Task A_request_that_left_and_came_back_is_not_the_row_that_was_selected()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);
        await desk.RouteAsync(501, "Awaiting Customer Contact", "In Transit to Pickup Location");
        await desk.RouteAsync(501, "In Transit to Pickup Location", "Awaiting Customer Contact");

        var answer = await desk.CallAsync("notified-via-phone", "staff1", 501);

        Assert.Equal(
            "No request moved to Customer Notified via Phone. 1 left alone: 501 - already moved to Awaiting Customer Contact by staff9 at 15:00.",
            answer.Message);
    }

    [Fact]
    public async Task Each_command_moves_what_fits_and_names_the_rest_by_reason()
    {
        await library.ImportAsync(Users, Requests);
        await library.SweepAsync();
        await using var desk = await ContactDesk.OpenAsync(library);

        var answer = await desk.CallAsync("notified-via-mail", "staff1", 501, 502, 503, 505);

        Assert.Equal(
            "1 request moved to Customer Notified via Mail. 3 left alone: 501, 502 - method is Phone; 505 - status is In Transit to Pickup Location.",
            answer.Message);
        Assert.Equal("Customer Notified via Mail", await library.StatusAsync(503));
        Assert.Equal("Awaiting Customer Contact", await library.StatusAsync(501));
    }

    [Fact]
    public async Task A_thousand_rows_marked_at_once_all_move()
    {
        var rows = Enumerable.Range(1001, 1000).Select(number => $"{number},pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas {number}");
        await library.ImportAsync(Users, $"{Requests.Split('\n')[0]}\n{string.Join('\n', rows)}\n");
        await using var desk = await ContactDesk.OpenAsync(library);

        var answer = await desk.CallAsync("notified-via-phone", "staff1", [.. Enumerable.Range(1001, 1000)]);

        Assert.Equal("1000 requests moved to Customer Notified via Phone.", answer.Message);
        Assert.Equal(["1000"], await library.QueryAsync("SELECT COUNT(*) FROM History WHERE Username = 'staff1'"));
    }

    [Fact]
    public async Task A_patron_told_by_phone_is_not_mailed_as_well()
    {
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", Port = Library.DeadPort, Security = "None" } });
        await library.ImportAsync(Users, Requests);
        await library.SweepAsync();
        Assert.Equal(["Pending"], await library.QueryAsync("SELECT Status FROM EMailCopies"));
        await library.ImportAsync(Users.Replace("MAIN,Electronic,jane@example.org,", "MAIN,Phone,jane@example.org,555-0104", StringComparison.Ordinal), Requests);
        await using var desk = await ContactDesk.OpenAsync(library);

        var answer = await desk.CallAsync("notified-via-phone", "staff1", 504);
        library.Settings(new { TimeZone = "UTC" });
        var swept = await library.SweepAsync();

        Assert.Equal("1 request moved to Customer Notified via Phone.", answer.Message);
        Assert.Equal(0, swept.Sent);
        Assert.Equal(
            ["Cancelled: not sent: staff1 moved the request to 'Customer Notified via Phone'."],
            await library.QueryAsync("SELECT Status || ': ' || Note FROM EMailCopies"));
    }

    [Fact]
    public async Task A_row_stands_once_on_the_form_and_the_held_one_in_transit_says_why()
    {
        await library.ImportAsync(Users, Requests);
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", Port = Library.DeadPort, Security = "None" } });
        await library.SweepAsync();

        await using var desk = await ContactDesk.OpenAsync(library);

        Assert.Equal([501, 502, 503, 504, 505], desk.Rows.Select(row => row.TransactionNumber));
        Assert.Equal(["Phone", "Phone", "Mail", "EMail", "NeedsAttention"], desk.Rows.Select(row => row.Group));
        Assert.Equal(
            "held in transit: process type 'Lending' tells no patron: only Borrowing and Doc Del requests leave 'In Transit to Pickup Location'. "
            + "Route the request to the status where it belongs.",
            desk.Rows[^1].Cells["Reason"]);
    }
}
