using System.Net;

namespace IllAddins.Tests.Road;

/// <summary>An add-in written against the contract alone tells patrons by text message: channel, setting, script function, template field and health check together.</summary>
public sealed class ChannelRoadTests : IAsyncLifetime
{
    private TextRoom room = null!;

    private Library Library => room.Library;

    private TextGateway Gateway => room.Gateway;

    public async Task InitializeAsync() => room = await TextRoom.OpenAsync();

    public Task DisposeAsync() => room.DisposeAsync().AsTask();

    [Fact]
    public async Task A_patron_who_prefers_texts_is_told_exactly_once_by_the_channel()
    {
        await room.SetGatewayAsync();

        var first = await Library.SweepAsync();
        var second = await Library.SweepAsync();

        var text = Assert.Single(Gateway.Taken);
        Assert.Equal(("Bearer hush-4711", "555-010-0101", "Hi Jane! Atlas is here."), (text.Token, text.Number, text.Text));
        Assert.Equal((1, 0), (first.Sent, second.Sent));
        Assert.Equal("Customer Notified via SMS", await Library.StatusAsync(401));
        Assert.Equal(["SMS Sent"], await Library.QueryAsync("SELECT Channel || ' ' || Status FROM EMailCopies"));
        Assert.Contains("SMS 'Text Pickup': taken by the gateway (202)", await Library.QueryAsync("SELECT Entry FROM History WHERE TransactionNumber = 401"));
        Assert.False(Directory.Exists(Library.Mails) && Directory.EnumerateFiles(Library.Mails).Any());
    }

    [Fact]
    public async Task What_the_gateway_does_not_take_is_tried_again_with_the_same_key_and_counted()
    {
        await room.SetGatewayAsync();
        Gateway.Answer = HttpStatusCode.ServiceUnavailable;
        var failed = await Library.SweepAsync();
        Assert.Equal((0, 1), (failed.Sent, failed.Failed));
        Assert.Contains(failed.Errors, error => error.Message == "The notice by SMS was not accepted: the gateway answered 503. It is tried again.");

        Gateway.Answer = HttpStatusCode.Accepted;
        Assert.Equal(0, (await Library.SweepAsync()).Sent);
        Library.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, (await Library.SweepAsync()).Sent);

        Assert.Equal(["2"], await Library.QueryAsync("SELECT Attempts FROM EMailCopies"));
        Assert.Equal([Assert.Single(Gateway.Taken).Id], await Library.QueryAsync("SELECT MessageId FROM EMailCopies"));
    }

    [Fact]
    public async Task What_may_have_gone_out_is_not_repeated_and_is_held_for_staff()
    {
        await room.SetGatewayAsync();
        Gateway.HangsUp = true;

        await Library.SweepAsync();
        Gateway.HangsUp = false;
        Library.Clock.Advance(TimeSpan.FromHours(2));
        await Library.SweepAsync();

        Assert.Single(Gateway.Taken);
        Assert.Equal("Awaiting Customer Contact", await Library.StatusAsync(401));
        Assert.StartsWith(
            "the notice by SMS may have gone out: TextMessages failed in channel 'SMS': HttpRequestException",
            Assert.Single(await Library.QueryAsync("SELECT Reason FROM ContactDecisions WHERE State = 'Held'")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_cannot_be_texted_is_held_until_staff_correct_it()
    {
        await room.SetGatewayAsync();
        await Library.ImportAsync(TextRoom.Users.Replace("555-010-0101", "none", StringComparison.Ordinal), TextRoom.Requests);
        Library.Script("MAIN", "function ChooseTemplate() return 'Text Pickup' end");

        await Library.SweepAsync();
        Assert.Equal(
            ["SMS refused: the user's MobilePhone is no mobile number. Correct it on the user's record."],
            await Library.QueryAsync("SELECT Reason FROM ContactDecisions WHERE State = 'Held'"));

        await Library.ImportAsync(TextRoom.Users, TextRoom.Requests);
        Assert.Equal(1, (await Library.SweepAsync()).Sent);
        Assert.Single(Gateway.Taken);
    }

    [Fact]
    public async Task A_field_that_has_no_value_holds_the_notice_with_the_reason_until_it_has_one()
    {
        await room.SetGatewayAsync();
        await Library.ImportAsync(TextRoom.Users.Replace("jdoe,Jane", "jdoe,", StringComparison.Ordinal), TextRoom.Requests);

        await Library.SweepAsync();

        Assert.Equal(
            ["Template 'Text Pickup' (site ILL) prints <#TextMessages.Greeting>, which has no value now: TextMessages failed in template field 'TextMessages.Greeting': InvalidOperationException: the user has no first name."],
            await Library.QueryAsync("SELECT Reason FROM ContactDecisions WHERE State = 'Held'"));
        await Library.ImportAsync(TextRoom.Users, TextRoom.Requests);
        Assert.Equal(1, (await Library.SweepAsync()).Sent);
    }

    [Fact]
    public async Task A_misspelt_field_of_an_addin_is_told_with_the_right_one()
    {
        await Library.QueryAsync("UPDATE EMailTemplates SET Body = '<#TextMessages.Greting>' WHERE Name = 'Text Pickup' RETURNING Name");

        await Library.SweepAsync();

        Assert.EndsWith(
            "uses <#TextMessages.Greting>, which is no field. Did you mean <#TextMessages.Greeting>?",
            Assert.Single(await Library.QueryAsync("SELECT Reason FROM ContactDecisions WHERE State = 'Held'")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_addin_the_patron_is_held_with_the_reason_and_nothing_is_lost()
    {
        await Library.SweepAsync();
        Assert.Equal(["SMS Retrying"], await Library.QueryAsync("SELECT Channel || ' ' || Status FROM EMailCopies"));
        Directory.Delete(room.Addins.Under("TextMessages"), recursive: true);

        await Library.SweepAsync();
        Assert.Equal(["SMS Cancelled"], await Library.QueryAsync("SELECT Channel || ' ' || Status FROM EMailCopies"));
        Assert.Contains("unknown notification method 'sms'", Assert.Single(await Library.QueryAsync("SELECT Reason FROM ContactDecisions WHERE State = 'Held'")), StringComparison.Ordinal);

        room.Addins.Lay("TextMessages");
        await room.SetGatewayAsync();
        Assert.Equal(1, (await Library.SweepAsync()).Sent);
        Assert.Single(Gateway.Taken);
    }

    [Fact]
    public async Task The_reference_and_the_stub_know_what_the_addin_offers_to_scripts()
    {
        Assert.Contains("- **`TextMessages.IsMobile(number?)`** → `boolean?`: Whether a number can take text messages.", (await Library.RunAsync("scripts", "reference")).Output, StringComparison.Ordinal);
        await Library.RunAsync("scripts", "reference", "--write");
        Assert.Contains("function TextMessages.IsMobile(number) end", await File.ReadAllTextAsync(Path.Combine(Library.Scripts, "types", "illaddins.d.lua")), StringComparison.Ordinal);
        Assert.Equal(0, (await Library.RunAsync("scripts", "check")).Code);
        var (code, output, _) = await Library.RunAsync("scripts", "rehearse", "--site", "MAIN");
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task The_addin_says_of_its_health_what_is_to_be_done()
    {
        var (code, output, _) = await Library.RunAsync("addins", "health");
        Assert.Equal(1, code);
        Assert.Contains("TextMessages             Gateway              Degraded   No gateway is set for all sites. Set it under Settings.", output.ReplaceLineEndings("\n").Split('\n'));

        await room.SetGatewayAsync();
        Assert.Equal(0, (await Library.RunAsync("addins", "health")).Code);
    }
}
