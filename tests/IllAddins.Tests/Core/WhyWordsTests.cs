using System.Globalization;
using IllAddins.CustomerContact.Core.Delivery;
using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Core.Reasons;

namespace IllAddins.Tests.Core;

public sealed class WhyWordsTests
{
    private const string Transit = "In Transit to Pickup Location";
    private const string Contact = "Awaiting Customer Contact";

    private static readonly DateTimeOffset Now = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_resting_request_says_when_it_goes() => Assert.Equal(
        "It rests in transit until 2 Mar 16:30 (MAIN/notify.lua v7 line 6: 90 minutes); the next sweep after that, at most 5 minutes later, routes it to where its customer is told.",
        Words(Transit, new WhyDecision { State = "Resting", DueAt = Now.AddMinutes(90), Reason = "MAIN/notify.lua v7 line 6: 90 minutes" }));

    [Fact]
    public void A_request_that_is_due_says_that_the_next_sweep_routes_it() => Assert.Equal(
        "It has been due since 2 Mar 14:55 (site default: 0 minutes); the next sweep, within 5 minutes, routes it.",
        Words(Transit, new WhyDecision { State = "Resting", DueAt = Now.AddMinutes(-5), Reason = "site default: 0 minutes" }));

    [Theory]
    [InlineData("ScriptHold", "Staff release it on this form, or with: requests release 7")]
    [InlineData("ScriptFault", "A mended script releases it at the next sweep.")]
    [InlineData(null, "Once that is mended, the next sweep releases it.")]
    public void A_held_request_says_what_releases_it(string? kind, string release) =>
        Assert.Equal($"It is held in transit: check item. {release}", Words(Transit, new WhyDecision { State = "Held", Reason = "check item", HoldKind = kind }));

    [Fact]
    public void Every_kind_of_hold_has_its_own_way_out() => Assert.DoesNotContain(
        Enum.GetValues<HoldKind>(), kind => Release.Words(kind.ToString(), 7) == Release.Words(null, 7));

    [Fact]
    public void A_written_notice_says_from_which_template_and_when_it_leaves()
    {
        var ready = new WhyDecision { State = "Ready", Reason = "default choice: 'Loan Pickup' (site ILL)", Template = "Loan Pickup" };

        Assert.Equal(
            "Its e-mail is written from the template 'Loan Pickup' (default choice: 'Loan Pickup' (site ILL)) and leaves with the next sweep, within 5 minutes.",
            Words(Contact, ready, Notice("Pending")));
        Assert.Equal(
            "Its e-mail is written from the template 'Loan Pickup' (default choice: 'Loan Pickup' (site ILL)) and was not accepted yet: 451 later. It is tried again at 2 Mar 15:05 or at the sweep after it.",
            Words(Contact, ready, Notice("Retrying") with { NextTryAt = Now.AddMinutes(5), Answer = "451 later" }));
        Assert.Equal(
            "Its e-mail is written from the template 'Loan Pickup' (default choice: 'Loan Pickup' (site ILL)) and is tried again with the next sweep, within 5 minutes. The answer to the last attempt: 421 out of service.",
            Words(Contact, ready, Notice("Pending") with { NextTryAt = Now, Answer = "421 out of service" }));
    }

    [Fact]
    public void A_request_for_staff_says_so() => Assert.Equal(
        "It waits for staff to tell the customer: prefers Phone. No e-mail is sent. Marking it as notified on the Customer Contact form moves it on.",
        Words(Contact, new WhyDecision { State = "ForStaff", Reason = "prefers Phone" }));

    [Fact]
    public void A_request_that_nobody_decided_about_says_so() =>
        Assert.Equal("Nothing is decided yet: the next sweep, within 5 minutes, decides.", Words(Transit, null));

    [Theory]
    [InlineData("Sent", "Nothing is waiting: the customer was told by e-mail at 2 Mar 15:00, from the template 'Loan Pickup'. The request stands at 'Checked Out'.")]
    [InlineData("Unknown", "Nothing is waiting: the request stands at 'Checked Out'. Whether its e-mail went out is not known: connection lost.")]
    [InlineData("Failed", "Nothing is waiting: the request stands at 'Checked Out'. Its e-mail was not accepted: connection lost.")]
    [InlineData("Cancelled", "Nothing is waiting: the request stands at 'Checked Out', and its e-mail was cancelled before it was sent.")]
    public void A_request_elsewhere_says_how_its_customer_was_told(string status, string expected) =>
        Assert.Equal(expected, Words("Checked Out", null, Notice(status) with { Answer = "connection lost", FinishedAt = Now, IsOfThisArrival = false }));

    [Fact]
    public void A_request_that_never_came_by_says_that_nothing_is_waiting() =>
        Assert.Equal("Nothing is waiting: the request stands at 'Checked Out', where nothing is decided about it.", Words("Checked Out", null));

    private static WhyNotice Notice(string status) => new() { Status = status, IsOfThisArrival = true, Template = "Loan Pickup" };

    [Fact]
    public void A_written_notice_of_a_site_whose_mail_is_paused_says_since_when_why_and_when_the_server_is_tried()
    {
        var ready = new WhyDecision { State = "Ready", Reason = "default choice: 'Loan Pickup' (site ILL)", Template = "Loan Pickup" };
        var paused = new BrakeState { PausedAt = Now.AddMinutes(-3), NextProbeAt = Now.AddMinutes(2), Answer = "421 out of service." };
        const string expected = "Its e-mail is written from the template 'Loan Pickup' (default choice: 'Loan Pickup' (site ILL)) and waits, with no attempt counted: "
            + "the site's e-mail is paused since 2 Mar 14:57, because 3 different notices in a row met a fault of the mail server (421 out of service). "
            + "One is tried from 2 Mar 15:02 on, and this one leaves once the server takes it.";

        Assert.Equal(expected, Words(Contact, ready, Notice("Pending"), paused));
        Assert.Equal(expected, Words(Contact, ready, Notice("Retrying") with { NextTryAt = Now.AddMinutes(5), Answer = "421" }, paused));
    }

    private static string Words(string status, WhyDecision? decision, WhyNotice? notice = null, BrakeState? paused = null) => WhyWords.Of(new WhyFacts
    {
        TransactionNumber = 7,
        Status = status,
        Decision = decision,
        Notice = notice,
        Paused = paused,
        Now = Now,
        SweepMinutes = 5,
        Local = moment => moment.ToString("d MMM HH:mm", CultureInfo.InvariantCulture),
    });
}
