using IllAddins.Host.Scripting;
using IllAddins.Tests.Architecture;

namespace IllAddins.Tests.Scripting.Examples;

/// <summary>Each example of scripts/examples says what its comments promise. The library is open Mon-Fri 08:00-20:00 and Sat 10:00-16:00; its courier comes Mon-Fri 07:45 and 13:00.</summary>
public sealed class ExampleTests(ExampleDesk desk) : IClassFixture<ExampleDesk>
{
    private const string Delay = ScriptHooks.RoutingDelay, Wording = ScriptHooks.ChooseTemplate;

    public static TheoryData<string> Names => [.. Directory.GetDirectories(ExampleDesk.Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("courier-runs", Delay, "User.Site=Main Desk", "0 (collected where it arrived)")]
    [InlineData("courier-runs", Delay, "User.Site=North Branch", "Wait.NotBefore(Wait.NextCourier(), \"08:30\") (next van) until Mon 2026-11-23 13:00")]
    [InlineData("courier-runs", Delay, "User.Site=North Branch; TransactionDate=2026-11-20T18:00:00", "Wait.NotBefore(Wait.NextCourier(), \"08:30\") (next van) until Mon 2026-11-23 08:30")]
    [InlineData("courier-runs", Delay, "User.Site=Observatory", "Wait.OpenDays(1) (internal post takes a day) until Tue 2026-11-24 08:00")]
    [InlineData("library-use-only", Delay, "LibraryUseOnly=Yes", "Wait.OpenHours(2) (the reading room prepares the item) until Mon 2026-11-23 12:00")]
    [InlineData("library-use-only", Delay, "LibraryUseOnly=No", "nil")]
    [InlineData("library-use-only", Wording, "LibraryUseOnly=Yes", "Template(\"ILL Library Use Only\") (stays in the reading room)")]
    [InlineData("library-use-only", Wording, "LibraryUseOnly=", "nil")]
    [InlineData("weekends", Delay, "TransactionDate=2026-11-20T16:20:00", "Wait.NotBefore(Wait.OpenDays(1), \"09:00\") (after the weekend) until Sat 2026-11-21 10:00")]
    [InlineData("weekends", Delay, "TransactionDate=2026-11-22T11:00:00", "Wait.NotBefore(Wait.OpenDays(1), \"09:00\") (after the weekend) until Mon 2026-11-23 09:00")]
    [InlineData("weekends", Delay, "TransactionDate=2026-11-23T10:00:00", "Wait.NextOpening() (in opening hours) until Mon 2026-11-23 10:00")]
    [InlineData("weekends", Delay, "TransactionDate=2026-11-23T23:10:00", "Wait.NextOpening() (in opening hours) until Tue 2026-11-24 08:00")]
    [InlineData("short-loans", Delay, "DueDate=2026-11-24", "Hold(\"due in 1 days: ask the lender for a renewal, then release\")")]
    [InlineData("short-loans", Delay, "DueDate=2026-11-30", "0 (due in 7 days)")]
    [InlineData("short-loans", Delay, "DueDate=2026-12-24", "Wait.NextCourier() (due in 31 days) until Mon 2026-11-23 13:00")]
    [InlineData("short-loans", Delay, "DueDate=", "nil (no due date: as usual)")]
    [InlineData("quiet-week", Delay, "TransactionDate=2026-12-28T10:15:00", "Wait.Minutes(7125) (quiet week) until Sat 2027-01-02 09:00")]
    [InlineData("quiet-week", Delay, "TransactionDate=2027-01-01T12:00:00", "Wait.Minutes(1260) (quiet week) until Sat 2027-01-02 09:00")]
    [InlineData("quiet-week", Delay, "TransactionDate=2026-12-23T23:59:00", "nil")]
    [InlineData("per-branch-wording", Wording, "User.Site=Law Library", "ILL Loan Pickup Law (Law Library)")]
    [InlineData("per-branch-wording", Wording, "User.Site=North Branch", "nil (North Branch)")]
    [InlineData("per-branch-wording", Wording, "User.Site=Law Library; RequestType=Article", "nil")]
    [InlineData("vips", Delay, "User.Status=FACULTY", "0 (faculty)")]
    [InlineData("vips", Delay, "User.Status=Undergraduate; Rush=Yes", "0 (rush)")]
    [InlineData("vips", Delay, "User.Status=; Rush=No", "Wait.NextCourier() until Mon 2026-11-23 13:00")]
    [InlineData("vips", Wording, "User.UserInfo1=Director", "Suppress(\"the director is told in person: call extension 100\")")]
    [InlineData("vips", Wording, "User.UserInfo1=", "nil")]
    [InlineData("article-or-loan", Delay, "RequestType=Article; PhotoJournalInclusivePages=12-48", "Wait.Until(\"14:00\") (internal post comes at two) until Mon 2026-11-23 14:00")]
    [InlineData("article-or-loan", Delay, "RequestType=Article; PhotoJournalInclusivePages=1 - 101", "Wait.NextCourier() until Mon 2026-11-23 13:00")]
    [InlineData("article-or-loan", Delay, "RequestType=Loan", "Wait.NextCourier() until Mon 2026-11-23 13:00")]
    [InlineData("article-or-loan", Wording, "RequestType=Article", "Template(\"ILL Borrowing Article Pickup\") (copies are always collected)")]
    [InlineData("article-or-loan", Wording, "RequestType=Loan", "nil")]
    [InlineData("mail-delivery", Wording, "User.LoanDeliveryMethod=Mail to Address; User.Address=1 Elm St; User.Zip=10001; User.Country=France", "Template(\"ILL Loan Delivery Abroad\") (France)")]
    [InlineData("mail-delivery", Wording, "User.LoanDeliveryMethod=Mail to Address; User.Address=1 Elm St; User.Zip=10001; User.Country=USA", "nil")]
    [InlineData("mail-delivery", Wording, "User.LoanDeliveryMethod=Mail to Address", "Suppress(\"address incomplete: ask the patron, then post it\")")]
    [InlineData("mail-delivery", Wording, "User.LoanDeliveryMethod=Hold for Pickup", "nil")]
    [InlineData("item-check", Delay, "Pieces=3", "Hold(\"count the pieces: 3 are expected\")")]
    [InlineData("item-check", Delay, "CallNumber=Rare QA76", "Hold(\"rare: note its condition on the slip\")")]
    [InlineData("item-check", Delay, "SpecIns=FRAGILE binding", "Hold(\"the instructions say 'fragile'\")")]
    [InlineData("item-check", Delay, "Pieces=one; CallNumber=QA76 Rare", "nil")]
    public async Task An_example_decides_as_it_says(string example, string hook, string request, string expected) =>
        Assert.Equal(expected, await desk.AskAsync(example, hook, request));

    [Theory]
    [InlineData("User.Site=Main Desk", "0 (collected where it arrived)")]
    [InlineData("User.Site=North Branch", "Wait.NotBefore(Wait.NextCourier(), \"08:30\") (next van) until Mon 2026-11-23 13:00")]
    public async Task The_first_script_of_the_guide_decides_as_it_says(string request, string expected) =>
        Assert.Equal(expected, await desk.AskTextAsync(File.ReadAllText(Path.Combine(Repository.Root, "scripts", "README.md")).Split("```lua\n")[1].Split("```")[0], Delay, request));

    [Fact]
    public void There_are_ten_examples() => Assert.Equal(10, Names.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_begins_with_a_comment_and_passes_the_check(string example)
    {
        var text = File.ReadAllText(ExampleDesk.FileOf(example));
        using var script = Lua.Load(text);

        Assert.StartsWith("-- ", text, StringComparison.Ordinal);
        Assert.Empty(script.Functions.Except(ScriptHooks.Names));
        Assert.Equal(script.Functions.Count, text.Split("---@param request Request\n").Length - 1);
    }

    [Fact]
    public void The_examples_lie_where_no_site_is_asked() => Assert.DoesNotContain(Repository.Files("scripts/examples", ".lua"), file => file.Split('/').Length != 4);
}
