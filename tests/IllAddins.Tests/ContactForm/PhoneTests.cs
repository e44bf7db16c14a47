using IllAddins.Tests.Road;

namespace IllAddins.Tests.ContactForm;

public sealed class PhoneTests : IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,Phone,Address,City,State,Zip
        pnum,Paul,Number,MAIN,Phone,,555-0102,1 Elm St,Ames,IA,50010
        lnum,Lea,Lawson,LAW,Phone,,555-0103,2 Oak St,Ames,IA,50010
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        501,pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil
        502,lnum,Doc Del,Loan,Awaiting Doc Del Customer Contact,2026-03-02T14:00:00,Moss and lichen
        503,pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Notes on rivers
        504,pnum,Lending,Loan,In Transit to Pickup Location,2026-03-02T14:00:00,Lent away
        """;

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task An_attempt_leaves_the_request_where_it_is_and_is_counted_with_its_note_and_the_time_to_call_again()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);

        var first = await desk.CallAsync("no-answer", "staff1", 501);
        library.Clock.Advance(TimeSpan.FromMinutes(31));
        var second = await desk.FillAsync("left-message", "staff2", new() { ["note"] = "till 5 pm", ["again"] = "2026-03-03T09:00" }, 501);
        await desk.LookAsync();

        Assert.Equal("Attempt noted for 1 request: no answer.", first.Message);
        Assert.Equal("Attempt noted for 1 request: left message. It was try 2.", second.Message);
        Assert.Equal((2, "left message at 15:31 (staff2): till 5 pm"), (desk.Cell(501, "Tries"), desk.Cell(501, "LastTry")));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero), desk.Cell(501, "CallAgain"));
        Assert.Equal("Awaiting Customer Contact", await library.StatusAsync(501));
        Assert.Equal(
            ["staff1: Phoned: no answer.", "staff2: Phoned: left message. To be called again on 3 Mar at 09:00. Note: till 5 pm"],
            await library.QueryAsync("SELECT Username || ': ' || Entry FROM History WHERE TransactionNumber = 501 AND Entry LIKE 'Phoned%' ORDER BY Id"));
    }

    [Fact]
    public async Task A_customer_who_was_reached_is_told_of_all_items_with_one_call()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);

        var form = await desk.AskAsync("notified-via-phone", "staff1", [], 501);
        var answer = await desk.AskAndCallAsync("notified-via-phone", "staff1", new() { ["note"] = "spoke to her husband" }, 501);

        Assert.Equal(("Notified via Phone", "Number, Paul: 555-0102", "Reached"), (form.Title, form.Text, form.Submit));
        var also = form.Fields[0];
        Assert.Equal(("Also 1 more item of this customer", FormFieldKind.Flag, "true", "503 Notes on rivers"), (also.Title, also.Kind, also.Value, also.Help));
        Assert.Equal("2 requests moved to Customer Notified via Phone.", answer.Message);
        Assert.Equal("Customer Notified via Phone", await library.StatusAsync(503));
        Assert.Equal(["2"], await library.QueryAsync("SELECT COUNT(*) FROM ContactCalls WHERE Outcome = 'Reached' AND Note = 'spoke to her husband'"));
    }

    [Fact]
    public async Task The_other_items_stay_where_the_box_is_not_ticked_and_an_item_that_comes_later_is_not_taken_for_told()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);
        var form = await desk.AskAsync("notified-via-phone", "staff1", [], 501);
        await library.ImportAsync(Users, Requests + "\n505,pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:30:00,A late one");
        var again = await desk.AskAsync("notified-via-phone", "staff1", new() { [form.Fields[0].Name] = "true" }, 501);

        var answer = await desk.FillAsync("notified-via-phone", "staff1", new() { [form.Fields[0].Name] = "true" }, 501);
        var other = await desk.FillAsync("no-answer", "staff1", new() { ["also-505-99"] = "false" }, 502);

        Assert.Equal(form.Fields[0].Name, again.Fields[0].Name);
        Assert.Equal("2 requests moved to Customer Notified via Phone.", answer.Message);
        Assert.Equal("Awaiting Customer Contact", await library.StatusAsync(505));
        Assert.Equal("Attempt noted for 1 request: no answer.", other.Message);
    }

    [Fact]
    public async Task An_attempt_about_a_row_that_another_desk_moved_or_that_is_in_transit_is_left_out_and_named()
    {
        await library.ImportAsync(Users, Requests);
        await library.SweepAsync();
        await using var desk = await ContactDesk.OpenAsync(library);
        await desk.CallAsync("notified-via-phone", "staff2", 501);

        var answer = await desk.CallAsync("no-answer", "staff1", 501, 502, 504);

        Assert.Equal(
            "Attempt noted for 1 request: no answer. 2 left alone: 501 - already moved to Customer Notified via Phone by staff2 at 15:00; 504 - status is In Transit to Pickup Location.",
            answer.Message);
        Assert.Equal(["502"], await library.QueryAsync("SELECT TransactionNumber FROM ContactCalls WHERE Outcome = 'NoAnswer'"));
    }
}
