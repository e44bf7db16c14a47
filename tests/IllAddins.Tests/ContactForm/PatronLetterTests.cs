using System.Text.RegularExpressions;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.ContactForm;

public sealed class PatronLetterTests : IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,Phone,Address,City,State,Zip
        mbox,Mia,Box,LAW,Mail,,,3 Ash St,Ames,IA,50010
        pnum,Paul,Number,MAIN,Mail,,555-0102,1 Elm St,Ames,IA,50010
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle,PhotoArticleTitle
        601,pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil,
        602,mbox,Borrowing,Article,Awaiting Customer Contact,2026-03-02T14:00:00,,
        603,pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:01:00,A street,
        604,pnum,Borrowing,Article,Awaiting Customer Contact,2026-03-02T14:02:00,,Mosses of 漢
        """;

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_patron_gets_one_letter_about_all_items_and_each_request_is_counted()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);

        var answer = await desk.CallAsync("print-notifications", "staff1", 601, 602, 603, 604);
        await desk.LookAsync();

        Assert.Equal(
            "2 letters for 4 requests printed on 2 pages. No status changed. "
            + "Letter for 601, 603, 604: no font here has '漢' (U+6F22); '?' is printed instead.",
            answer.Message);
        Assert.Equal([1, 1, 1, 1], desk.Rows.Select(row => row.Cells["Printed"]));
        const string Remarked = "Notification letter printed. Letter for 601, 603, 604: no font here has '漢' (U+6F22); '?' is printed instead.";
        Assert.Equal(
            [Remarked, "Notification letter printed.", Remarked, Remarked],
            await library.QueryAsync("SELECT Entry FROM History WHERE Entry LIKE 'Notification letter printed.%' ORDER BY TransactionNumber"));
    }

    [Fact]
    public async Task Settings_that_cannot_be_used_are_named_before_anything_is_printed()
    {
        library.Settings(new { TimeZone = "UTC", Letters = new { Envelope = "DL", Sites = new { LAW = new { Envelope = "DLX" } } } });
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);

        var some = await desk.CallAsync("print-notifications", "staff1", 601, 602);
        var slips = await desk.CallAsync("print-slips", "staff1", 602);

        Assert.Equal(
            "1 letter printed on 1 page. No status changed. 1 left alone: 602 - Letters:Sites:LAW:Envelope is 'DLX'; expected US10, DL, C5 or None.", some.Message);
        Assert.Equal("No slip printed. Letters:Sites:LAW:Envelope is 'DLX'; expected US10, DL, C5 or None.", slips.Message);
        Assert.True(slips.Refused);
    }

    [Fact]
    public async Task The_last_batch_is_given_out_again_as_it_was_and_counted_as_a_reprint()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);
        var none = await desk.CallAsync("print-again", "staff1");
        var first = await desk.CallAsync("print-notifications", "staff1", 601, 602, 603);
        await desk.CallAsync("print-notifications", "staff2", 604);
        library.Clock.Advance(TimeSpan.FromMinutes(5));

        var again = await desk.CallAsync("print-again", "staff1");

        Assert.Equal(("Nothing printed again: you have printed no letters or slips yet.", true), (none.Message, none.Refused));
        Assert.Equal("Your batch of 2 Mar 15:00 printed again: 2 letters for 3 requests. No status changed.", again.Message);
        Assert.Equal(first.File!.Content.ToArray(), again.File!.Content.ToArray());
        Assert.Equal(
            ["601 1 1", "602 1 1", "603 1 1", "604 1 0"],
            await library.QueryAsync("SELECT TransactionNumber || ' ' || Prints || ' ' || Reprints FROM ContactPrints ORDER BY TransactionNumber"));
        Assert.Equal(["3"], await library.QueryAsync("SELECT COUNT(*) FROM History WHERE Entry = 'Notification letter printed again.' AND Username = 'staff1'"));
    }

    [Fact]
    public async Task Slips_are_one_for_each_item_and_count_as_no_contact()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);

        var answer = await desk.CallAsync("print-slips", "staff1", 601, 603);
        await desk.LookAsync();

        Assert.Equal("2 slips printed on 2 pages. No status changed.", answer.Message);
        Assert.Equal("slips-20260302-150000.pdf", answer.File!.Name);
        Assert.All(desk.Rows, row => Assert.Null(row.Cells["Printed"]));
        Assert.Equal(["2"], await library.QueryAsync("SELECT COUNT(*) FROM History WHERE Entry = 'Slip printed.'"));
    }

    [Fact]
    public async Task The_list_holds_the_rows_selected_or_all_and_the_test_page_needs_none()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);

        var some = await desk.CallAsync("print-list", "staff1", 601, 603);
        var all = await desk.CallAsync("print-list", "staff1");
        var test = await desk.CallAsync("print-test-page", "staff1");

        Assert.Equal("List of 2 requests printed on 1 page.", some.Message);
        Assert.Equal("List of 4 requests printed on 1 page. List: no font here has '漢' (U+6F22); '?' is printed instead.", all.Message);
        Assert.Matches(new Regex("^Test page for envelope US10 of site .+ printed. It says how to read it.$"), test.Message);
    }
}
