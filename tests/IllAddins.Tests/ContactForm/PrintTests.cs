using IllAddins.CustomerContact.ContactForm.Printing;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.ContactForm;

public sealed class PrintTests : IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,Phone,Address,City,State,Zip
        pnum,Paul,Number,MAIN,Phone,,555-0102,1 Elm St,Ames,IA,50010
        mbox,Mia,Box,LAW,Mail,,,3 Ash St,Ames,IA,50010
        jdoe,Jane,Doe,MAIN,Electronic,jane@example.org,,,,,
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        601,pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil
        602,mbox,Borrowing,Article,Awaiting Customer Contact,2026-03-02T14:00:00,
        603,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,A street
        604,pnum,Lending,Loan,In Transit to Pickup Location,2026-03-02T14:00:00,Lent away
        """;

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task Rows_of_several_sites_and_one_without_an_address_are_printed_counted_and_stay()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);

        var answer = await desk.CallAsync("print-notifications", "staff1", 601, 602, 603);
        await desk.CallAsync("print-notifications", "staff2", 601);
        await desk.LookAsync();

        Assert.Equal("3 letters printed on 3 pages. No status changed. No postal address: 603.", answer.Message);
        Assert.Equal(("letters-20260302-150000.pdf", "application/pdf", false), (answer.File!.Name, answer.File.ContentType, answer.Refused));
        Assert.Equal([2, 1, 1], desk.Rows.Select(row => row.Cells["Printed"]));
        Assert.Equal(
            ["Notification letter printed. staff1", "Notification letter printed. staff2"],
            await library.QueryAsync("SELECT Entry || ' ' || Username FROM History WHERE TransactionNumber = 601 ORDER BY Id"));
        Assert.Equal("Awaiting Customer Contact", await library.StatusAsync(601));
    }

    [Fact]
    public async Task A_row_held_in_transit_can_be_printed_and_stays_there()
    {
        await library.ImportAsync(Users, Requests);
        await library.SweepAsync();
        await using var desk = await ContactDesk.OpenAsync(library);

        var answer = await desk.CallAsync("print-notifications", "staff1", 604);

        Assert.Equal("1 letter printed on 1 page. No status changed.", answer.Message);
        Assert.Equal("In Transit to Pickup Location", await library.StatusAsync(604));
    }

    [Fact]
    public async Task A_broken_letter_template_and_a_disabled_one_are_named_and_the_rest_is_printed()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);
        await library.QueryAsync("UPDATE EMailTemplates SET Body = 'Dear <#User.FirstNam>' WHERE Name = 'ILL Loan Letter' RETURNING Name");
        var broken = await desk.CallAsync("print-notifications", "staff1", 601, 602);
        await library.QueryAsync("UPDATE EMailTemplates SET Disabled = 1 WHERE Name = 'ILL Article Letter' RETURNING Name");
        var disabled = await desk.CallAsync("print-notifications", "staff1", 602);

        Assert.Equal(
            "1 letter printed on 1 page. No status changed. "
            + "1 left alone: 601 - Template 'ILL Loan Letter' (site ILL) uses <#User.FirstNam>, which is no field. Did you mean <#User.FirstName>?",
            broken.Message);
        Assert.Equal("No letter printed. 1 left alone: 602 - the letter template 'ILL Article Letter' is disabled.", disabled.Message);
        Assert.True(disabled.Refused);
    }

    [Fact]
    public async Task Letters_that_cannot_be_counted_are_not_given_out()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);
        await library.QueryAsync("DROP TABLE ContactPrints");

        var answer = await desk.CallAsync("print-notifications", "staff1", 601);

        Assert.Equal(
            "No letter printed: the print count could not be kept (SQLite Error 1: 'no such table: ContactPrints'.). Print again; if it fails again, tell an admin.",
            answer.Message);
        Assert.True(answer.Refused);
        Assert.Null(answer.File);
        Assert.Empty(await library.QueryAsync("SELECT Entry FROM History WHERE TransactionNumber = 601"));
    }

    [Theory]
    [InlineData("Ames", "IA", "50010", "Ames, IA 50010")]
    [InlineData("Berlin", "", "10115", "Berlin 10115")]
    [InlineData("Ames", "IA", "", "Ames, IA")]
    [InlineData("", "IA", "50010", "IA 50010")]
    [InlineData("Ames", "", "", "Ames")]
    [InlineData("", "", "50010", "50010")]
    public void The_city_line_has_no_gap_for_what_is_not_known(string city, string state, string zip, string line) => Assert.Equal(
        ["Jane Doe", "1 Elm St", line],
        PostalAddress.Lines(Patron(("FirstName", "Jane"), ("LastName", "Doe"), ("Address", "1 Elm St"), ("City", city), ("State", state), ("Zip", zip))));

    [Fact]
    public void An_address_kept_in_one_field_is_printed_line_by_line_and_a_patron_without_a_name_by_user_name() =>
        Assert.Equal(["jdoe", "Dept. of Soil", "Room 5"], PostalAddress.Lines(Patron(("Address", "Dept. of Soil\r\nRoom 5\n"))));

    [Fact]
    public void A_patron_without_an_address_is_written_to_by_name_alone() =>
        Assert.Equal(["Jane Doe"], PostalAddress.Lines(Patron(("FirstName", " Jane "), ("LastName", "Doe"))));

    private static User Patron(params (string Name, string Value)[] fields) =>
        new() { UserName = "jdoe", Fields = fields.ToDictionary(field => field.Name, field => (object?)field.Value, StringComparer.OrdinalIgnoreCase) };
}
