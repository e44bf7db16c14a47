using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>What the form says: its groups, columns and settings, and what stands above the list. The words stand in FormWords.resx.</summary>
internal static class FormWords
{
    private static readonly RoomWords Words = new(typeof(FormWords));

    public static string CustomerContact => Words.Text(nameof(CustomerContact));

    public static string FormHelp => Words.Text(nameof(FormHelp));

    public static string NeedsAttention => Words.Text(nameof(NeedsAttention));

    public static string MethodPhone => Words.Text(nameof(MethodPhone));

    public static string MethodMail => Words.Text(nameof(MethodMail));

    public static string MethodEMail => Words.Text(nameof(MethodEMail));

    public static string SentAutomatically => Words.Text(nameof(SentAutomatically));

    public static string SentAutomaticallyBut(string resting) => Words.Text(nameof(SentAutomaticallyBut), resting);

    public static string TransactionNumber => Words.Text(nameof(TransactionNumber));

    public static string Group => Words.Text(nameof(Group));

    public static string Site => Words.Text(nameof(Site));

    public static string Customer => Words.Text(nameof(Customer));

    public static string Phone => Words.Text(nameof(Phone));

    public static string Title => Words.Text(nameof(Title));

    public static string Pickup => Words.Text(nameof(Pickup));

    public static string Received => Words.Text(nameof(Received));

    public static string Waiting => Words.Text(nameof(Waiting));

    public static string Tries => Words.Text(nameof(Tries));

    public static string LastTry => Words.Text(nameof(LastTry));

    public static string CallAgain => Words.Text(nameof(CallAgain));

    public static string DueDate => Words.Text(nameof(DueDate));

    public static string Printed => Words.Text(nameof(Printed));

    public static string Reason => Words.Text(nameof(Reason));

    public static string EMail => Words.Text(nameof(EMail));

    public static string LastNotice => Words.Text(nameof(LastNotice));

    public static string Notify => Words.Text(nameof(Notify));

    public static string Mend => Words.Text(nameof(Mend));

    public static string Yes => Words.Text(nameof(Yes));

    public static string No => Words.Text(nameof(No));

    public static string Days(int days) => Words.Text(nameof(Days), days);

    public static string Hours(int hours) => Words.Text(nameof(Hours), hours);

    public static string Minutes(int minutes) => Words.Text(nameof(Minutes), minutes);

    public static string NameLastFirst(string last, string first) => Words.Text(nameof(NameLastFirst), last, first);

    public static string CallAt(string customer, string number) => Words.Text(nameof(CallAt), customer, number);

    public static string NoNumber(string customer) => Words.Text(nameof(NoNumber), customer);

    public static string CustomersAndRequests(int customers, int requests) => Words.Text(nameof(CustomersAndRequests), customers, requests);

    public static string AtTime(string time) => Words.Text(nameof(AtTime), time);

    public static string OnDayAtTime(string day, string time) => Words.Text(nameof(OnDayAtTime), day, time);

    public static string LastTryWas(string outcome, string moment, string staff) => Words.Text(nameof(LastTryWas), outcome, moment, staff);

    public static string PutOff(string when, string answer) => Words.Text(nameof(PutOff), when, answer);

    public static string HeldInTransit(string reason) => Words.Text(nameof(HeldInTransit), reason);

    public static string NextSweep(string at) => Words.Text(nameof(NextSweep), at);

    public static string NextSweepOf(string at, string site) => Words.Text(nameof(NextSweepOf), at, site);

    public static string ScriptFault(int requests, string site, string script, string fault) => Words.Text(nameof(ScriptFault), requests, site, script, fault);

    public static string TheScript => Words.Text(nameof(TheScript));

    public static string HeldByScript(int requests, string until, string script) => Words.Text(nameof(HeldByScript), requests, until, script);

    public static string Until(string moment) => Words.Text(nameof(Until), moment);

    public static string UntilFromTo(string first, string last) => Words.Text(nameof(UntilFromTo), first, last);

    public static string AndByOtherScripts(string shown, int scripts) => Words.Text(nameof(AndByOtherScripts), shown, scripts);

    public static string OfOtherSite(string site, string chosen) => Words.Text(nameof(OfOtherSite), site, chosen);

    public static string NoLongerInTheList => Words.Text(nameof(NoLongerInTheList));

    public static string TheListIsEmpty => Words.Text(nameof(TheListIsEmpty));

    public static string AlreadyMoved(string status, string staff, string moment) => Words.Text(nameof(AlreadyMoved), status, staff, moment);

    public static string WaitingTooLong => Words.Text(nameof(WaitingTooLong));

    public static string WaitingTooLongHelp => Words.Text(nameof(WaitingTooLongHelp));

    public static string StatusAfterMail => Words.Text(nameof(StatusAfterMail));

    public static string StatusAfterMailHelp => Words.Text(nameof(StatusAfterMailHelp));

    public static string StatusWithLineBreak => Words.Text(nameof(StatusWithLineBreak));

    public static string StatusStillToTell(string found, string example) => Words.Text(nameof(StatusStillToTell), found, example);
}
