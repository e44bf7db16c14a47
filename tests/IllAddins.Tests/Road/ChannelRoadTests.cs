using System.Net;
using Dapper;
using IllAddins.Host.Addins.Settings;
using IllAddins.Host.Data;
using IllAddins.Host.Web;
using IllAddins.Tests.Addins;
using Microsoft.Extensions.Logging.Abstractions;

namespace IllAddins.Tests.Road;

/// <summary>An add-in written against the contract alone tells patrons by text message: channel, setting, script function, template field and health check together.</summary>
public sealed class ChannelRoadTests : IAsyncLifetime, IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,MobilePhone
        jdoe,Jane,Doe,MAIN,sms,jane@example.org,555-010-0101
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        401,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil
        """;

    private const string Script = """
        function ChooseTemplate(request)
          if TextMessages.IsMobile(request.User.MobilePhone) then return "Text Pickup" end
        end
        """;

    private readonly AddinsOnDisk addins = new();
    private Library library = null!;
    private TextGateway gateway = null!;

    public async Task InitializeAsync()
    {
        addins.LayBuilt("CustomerContact");
        addins.Lay("TextMessages");
        library = new Library { Addins = addins.Folder };
        gateway = await TextGateway.StartAsync();
        // Makes the add-ins' tables.
        await library.RunAsync("sweep", "--once");
        await library.ImportAsync(Users, Requests);
        await RunSqlAsync("""
            INSERT INTO EMailTemplates (NVTGC, Name, Description, Subject, Body)
            VALUES ('ILL', 'Text Pickup', '', 'Pickup', '<#TextMessages.Greeting> <#Transaction.LoanTitle MaxSize="5"> is here.')
            """);
        library.Script("MAIN", Script);
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    public void Dispose()
    {
        library.Dispose();
        addins.Dispose();
    }

    [Fact]
    public async Task A_patron_who_prefers_texts_is_told_exactly_once_by_the_channel()
    {
        await SetGatewayAsync();

        var first = await library.SweepAsync();
        var second = await library.SweepAsync();

        var text = Assert.Single(gateway.Taken);
        Assert.Equal(("Bearer hush-4711", "555-010-0101", "Hi Jane! Atlas is here."), (text.Token, text.Number, text.Text));
        Assert.Equal((1, 0), (first.Sent, second.Sent));
        Assert.Equal("Customer Notified via SMS", await library.StatusAsync(401));
        Assert.Equal(["SMS Sent"], await library.QueryAsync("SELECT Channel || ' ' || Status FROM EMailCopies"));
        Assert.Contains("SMS 'Text Pickup': taken by the gateway (202)", await library.QueryAsync("SELECT Entry FROM History WHERE TransactionNumber = 401"));
        Assert.False(Directory.Exists(library.Mails) && Directory.EnumerateFiles(library.Mails).Any());
    }

    [Fact]
    public async Task What_the_gateway_does_not_take_is_tried_again_with_the_same_key_and_counted()
    {
        await SetGatewayAsync();
        gateway.Answer = HttpStatusCode.ServiceUnavailable;
        var failed = await library.SweepAsync();
        Assert.Equal((0, 1), (failed.Sent, failed.Failed));
        Assert.Contains(failed.Errors, error => error.Message == "The notice by SMS was not accepted: the gateway answered 503. It is tried again.");

        gateway.Answer = HttpStatusCode.Accepted;
        Assert.Equal(0, (await library.SweepAsync()).Sent);
        library.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, (await library.SweepAsync()).Sent);

        Assert.Equal(["2"], await library.QueryAsync("SELECT Attempts FROM EMailCopies"));
        Assert.Equal([Assert.Single(gateway.Taken).Id], await library.QueryAsync("SELECT MessageId FROM EMailCopies"));
    }

    [Fact]
    public async Task What_may_have_gone_out_is_not_repeated_and_is_held_for_staff()
    {
        await SetGatewayAsync();
        gateway.HangsUp = true;

        await library.SweepAsync();
        gateway.HangsUp = false;
        library.Clock.Advance(TimeSpan.FromHours(2));
        await library.SweepAsync();

        Assert.Single(gateway.Taken);
        Assert.Equal("Awaiting Customer Contact", await library.StatusAsync(401));
        Assert.StartsWith(
            "the notice by SMS may have gone out: TextMessages failed in channel 'SMS': HttpRequestException",
            Assert.Single(await library.QueryAsync("SELECT Reason FROM ContactDecisions WHERE State = 'Held'")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_cannot_be_texted_is_held_until_staff_correct_it()
    {
        await SetGatewayAsync();
        await library.ImportAsync(Users.Replace("555-010-0101", "none", StringComparison.Ordinal), Requests);
        library.Script("MAIN", "function ChooseTemplate() return 'Text Pickup' end");

        await library.SweepAsync();
        Assert.Equal(
            ["SMS refused: the user's MobilePhone is no mobile number. Correct it on the user's record."],
            await library.QueryAsync("SELECT Reason FROM ContactDecisions WHERE State = 'Held'"));

        await library.ImportAsync(Users, Requests);
        Assert.Equal(1, (await library.SweepAsync()).Sent);
        Assert.Single(gateway.Taken);
    }

    [Fact]
    public async Task A_field_that_has_no_value_holds_the_notice_with_the_reason_until_it_has_one()
    {
        await SetGatewayAsync();
        await library.ImportAsync(Users.Replace("jdoe,Jane", "jdoe,", StringComparison.Ordinal), Requests);

        await library.SweepAsync();

        Assert.Equal(
            ["Template 'Text Pickup' (site ILL) prints <#TextMessages.Greeting>, which has no value now: TextMessages failed in template field 'TextMessages.Greeting': InvalidOperationException: the user has no first name."],
            await library.QueryAsync("SELECT Reason FROM ContactDecisions WHERE State = 'Held'"));
        await library.ImportAsync(Users, Requests);
        Assert.Equal(1, (await library.SweepAsync()).Sent);
    }

    [Fact]
    public async Task A_misspelt_field_of_an_addin_is_told_with_the_right_one()
    {
        await RunSqlAsync("UPDATE EMailTemplates SET Body = '<#TextMessages.Greting>' WHERE Name = 'Text Pickup'");

        await library.SweepAsync();

        Assert.EndsWith(
            "uses <#TextMessages.Greting>, which is no field. Did you mean <#TextMessages.Greeting>?",
            Assert.Single(await library.QueryAsync("SELECT Reason FROM ContactDecisions WHERE State = 'Held'")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_addin_the_patron_is_held_with_the_reason_and_nothing_is_lost()
    {
        await library.SweepAsync();
        Assert.Equal(["SMS Retrying"], await library.QueryAsync("SELECT Channel || ' ' || Status FROM EMailCopies"));
        Directory.Delete(addins.Under("TextMessages"), recursive: true);

        await library.SweepAsync();
        Assert.Equal(["SMS Cancelled"], await library.QueryAsync("SELECT Channel || ' ' || Status FROM EMailCopies"));
        Assert.Contains("unknown notification method 'sms'", Assert.Single(await library.QueryAsync("SELECT Reason FROM ContactDecisions WHERE State = 'Held'")), StringComparison.Ordinal);

        addins.Lay("TextMessages");
        await SetGatewayAsync();
        Assert.Equal(1, (await library.SweepAsync()).Sent);
        Assert.Single(gateway.Taken);
    }

    [Fact]
    public async Task The_reference_and_the_stub_know_what_the_addin_offers_to_scripts()
    {
        Assert.Contains("- **`TextMessages.IsMobile(number?)`** → `boolean?`: Whether a number can take text messages.", (await library.RunAsync("scripts", "reference")).Output, StringComparison.Ordinal);
        await library.RunAsync("scripts", "reference", "--write");
        Assert.Contains("function TextMessages.IsMobile(number) end", await File.ReadAllTextAsync(Path.Combine(library.Scripts, "types", "illaddins.d.lua")), StringComparison.Ordinal);
        Assert.Equal(0, (await library.RunAsync("scripts", "check")).Code);
        var (code, output, _) = await library.RunAsync("scripts", "rehearse", "--site", "MAIN");
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task The_addin_says_of_its_health_what_is_to_be_done()
    {
        var (code, output, _) = await library.RunAsync("addins", "health");
        Assert.Equal((1, "TextMessages             Gateway              Degraded   No gateway is set for all sites. Set it under Settings."), (code, output.Trim()));

        await SetGatewayAsync();
        Assert.Equal(0, (await library.RunAsync("addins", "health")).Code);
    }

    private async Task SetGatewayAsync()
    {
        var (code, output, error) = await library.RunAsync("settings", "set", "TextMessages", "Gateway", gateway.Address);
        Assert.Equal((0, "", "Gateway of TextMessages is set for all sites."), (code, error, output.Trim()));
        await using var database = SqliteDatabase.Open(Path.Combine(library.Data, "illaddins.db"));
        var settings = new AddinSettings(database, StoredKeys.Seal(library.Data), _ => null, library.Clock, NullLogger.Instance);
        await settings.KeepAsync("TextMessages", null, [(new AddinSetting.Secret { Name = "Token", Title = "Token", Help = "" }, "hush-4711")], "ann", CancellationToken.None);
    }

    private async Task RunSqlAsync(string sql)
    {
        await using var database = SqliteDatabase.Open(Path.Combine(library.Data, "illaddins.db"));
        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }
}
