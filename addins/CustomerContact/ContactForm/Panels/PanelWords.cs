using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.ContactForm.Panels;

/// <summary>What the panels of the request form say: the notices, and why a request stands where it stands. The words stand in PanelWords.resx.</summary>
internal static class PanelWords
{
    private static readonly RoomWords Words = new(typeof(PanelWords));

    public static string Notifications => Words.Text(nameof(Notifications));

    public static string Made => Words.Text(nameof(Made));

    public static string Channel => Words.Text(nameof(Channel));

    public static string Template => Words.Text(nameof(Template));

    public static string To => Words.Text(nameof(To));

    public static string Status => Words.Text(nameof(Status));

    public static string AttemptCount => Words.Text(nameof(AttemptCount));

    public static string ServersAnswer => Words.Text(nameof(ServersAnswer));

    public static string Finished => Words.Text(nameof(Finished));

    public static string Note => Words.Text(nameof(Note));

    public static string SendAgainHelp => Words.Text(nameof(SendAgainHelp));

    public static string WasDeliveredHelp => Words.Text(nameof(WasDeliveredHelp));

    public static string FixAddressHelp => Words.Text(nameof(FixAddressHelp));

    public static string Cancel => Words.Text(nameof(Cancel));

    public static string CancelHelp => Words.Text(nameof(CancelHelp));

    public static string NoSuchNotice(string notice, int transactionNumber) => Words.Text(nameof(NoSuchNotice), notice, transactionNumber);

    public static string Phone => Words.Text(nameof(Phone));

    public static string By(string staff) => Words.Text(nameof(By), staff);

    public static string ToBeCalledAgain(string moment) => Words.Text(nameof(ToBeCalledAgain), moment);

    public static string WrittenBy(string staff) => Words.Text(nameof(WrittenBy), staff);

    public static string WrittenByWithNote(string staff, string note) => Words.Text(nameof(WrittenByWithNote), staff, note);

    public static string From => Words.Text(nameof(From));

    public static string CC => Words.Text(nameof(CC));

    public static string BCC => Words.Text(nameof(BCC));

    public static string Subject => Words.Text(nameof(Subject));

    public static string MessageId => Words.Text(nameof(MessageId));

    public static string HeaderLine(string name, string value) => Words.Text(nameof(HeaderLine), name, value);

    public static string Attempts => Words.Text(nameof(Attempts));

    public static string Attempt(string moment, string outcome, string stage, string answer) => Words.Text(nameof(Attempt), moment, outcome, stage, answer);

    public static string Why => Words.Text(nameof(Why));

    public static string Decided => Words.Text(nameof(Decided));

    public static string About => Words.Text(nameof(About));

    public static string State => Words.Text(nameof(State));

    public static string Due => Words.Text(nameof(Due));

    public static string Reason => Words.Text(nameof(Reason));

    public static string Answer => Words.Text(nameof(Answer));

    public static string Line => Words.Text(nameof(Line));

    public static string ScriptsReason => Words.Text(nameof(ScriptsReason));

    public static string DecidedBy => Words.Text(nameof(DecidedBy));

    public static string Release => Words.Text(nameof(Release));

    public static string ReleaseHelp => Words.Text(nameof(ReleaseHelp));

    public static string NotReleased(int transactionNumber, string reason) => Words.Text(nameof(NotReleased), transactionNumber, reason);

    public static string AskAgain => Words.Text(nameof(AskAgain));

    public static string AskAgainHelp => Words.Text(nameof(AskAgainHelp));

    public static string AskedAgain(int transactionNumber, string steps) => Words.Text(nameof(AskedAgain), transactionNumber, steps);

    public static string AndThen(string step, string next) => Words.Text(nameof(AndThen), step, next);

    public static string NotAsked(int transactionNumber, string reason) => Words.Text(nameof(NotAsked), transactionNumber, reason);

    public static string NothingIsDecidedAt(int transactionNumber, string status) => Words.Text(nameof(NothingIsDecidedAt), transactionNumber, status);

    public static string WouldBeRouted(string status, string moment, string why) => Words.Text(nameof(WouldBeRouted), status, moment, why);

    public static string WouldBeMailed(string template, string why) => Words.Text(nameof(WouldBeMailed), template, why);

    public static string WouldBeStaffs(string why) => Words.Text(nameof(WouldBeStaffs), why);

    public static string WouldBeHeld(string why) => Words.Text(nameof(WouldBeHeld), why);

    public static string WhenToRoute => Words.Text(nameof(WhenToRoute));

    public static string HowToTell => Words.Text(nameof(HowToTell));

    public static string RestsUntilDue => Words.Text(nameof(RestsUntilDue));

    public static string HeldForStaff => Words.Text(nameof(HeldForStaff));

    public static string StaffTell => Words.Text(nameof(StaffTell));

    public static string InTheOutbox => Words.Text(nameof(InTheOutbox));

    public static string Done => Words.Text(nameof(Done));

    public static string MovedFirst => Words.Text(nameof(MovedFirst));
}
