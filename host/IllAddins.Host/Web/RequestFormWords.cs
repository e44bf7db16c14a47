using IllAddins.Host.Wording;

namespace IllAddins.Host.Web;

/// <summary>What the request form says, beside the panels of add-ins.</summary>
public static class RequestFormWords
{
    private static readonly RoomWords Words = new(typeof(RequestFormWords));

    public static string AddNote => Words.Text(nameof(AddNote));

    public static string AddNoteHelp => Words.Text(nameof(AddNoteHelp));

    public static string AddNoteTitle(int number) => Words.Text(nameof(AddNoteTitle), number);

    public static string BackTo(string screen) => Words.Text(nameof(BackTo), screen);

    public static string By => Words.Text(nameof(By));

    public static string ChangedByProgram(string now) => Words.Text(nameof(ChangedByProgram), now);

    public static string ChangedMeanwhile(string by, string at, string now) => Words.Text(nameof(ChangedMeanwhile), by, at, now);

    public static string ChooseStatus => Words.Text(nameof(ChooseStatus));

    public static string Customer => Words.Text(nameof(Customer));

    public static string Date => Words.Text(nameof(Date));

    public static string Details => Words.Text(nameof(Details));

    public static string DiscardChanges => Words.Text(nameof(DiscardChanges));

    public static string EMailAddress => Words.Text(nameof(EMailAddress));

    public static string EditUnreadable => Words.Text(nameof(EditUnreadable));

    public static string EditUnreadableTitle => Words.Text(nameof(EditUnreadableTitle));

    public static string EmptiedByProgram => Words.Text(nameof(EmptiedByProgram));

    public static string EmptiedMeanwhile(string by, string at) => Words.Text(nameof(EmptiedMeanwhile), by, at);

    public static string Entry => Words.Text(nameof(Entry));

    public static string FieldsSaved(int fields) => Words.Count(nameof(FieldsSaved), fields);

    public static string FullText => Words.Text(nameof(FullText));

    public static string Gone(int number) => Words.Text(nameof(Gone), number);

    public static string History => Words.Text(nameof(History));

    public static string Item => Words.Text(nameof(Item));

    public static string LeftAlone(int number, string by, string status, string at) => Words.Text(nameof(LeftAlone), number, by, status, at);

    public static string MendFields(string fields) => Words.Text(nameof(MendFields), fields);

    public static string MendMarked => Words.Text(nameof(MendMarked));

    public static string Moved(int number, string from, string to) => Words.Text(nameof(Moved), number, from, to);

    public static string NewStatus => Words.Text(nameof(NewStatus));

    public static string Next => Words.Text(nameof(Next));

    public static string NextHelp => Words.Text(nameof(NextHelp));

    public static string NoHistory => Words.Text(nameof(NoHistory));

    public static string NoNotes => Words.Text(nameof(NoNotes));

    public static string NoSuchRequest(string number) => Words.Text(nameof(NoSuchRequest), number);

    public static string NoSuchRequestTitle => Words.Text(nameof(NoSuchRequestTitle));

    public static string NoTracking => Words.Text(nameof(NoTracking));

    public static string Note => Words.Text(nameof(Note));

    public static string NoteAdded(int number) => Words.Text(nameof(NoteAdded), number);

    public static string NoteHasNul => Words.Text(nameof(NoteHasNul));

    public static string NoteHelp => Words.Text(nameof(NoteHelp));

    public static string NoteStandsAlready(int number, string at) => Words.Text(nameof(NoteStandsAlready), number, at);

    public static string NoteType => Words.Text(nameof(NoteType));

    public static string Notes => Words.Text(nameof(Notes));

    public static string NothingChanged => Words.Text(nameof(NothingChanged));

    public static string OfPart(string part) => Words.Text(nameof(OfPart), part);

    public static string Other => Words.Text(nameof(Other));

    public static string OtherAboutCustomer => Words.Text(nameof(OtherAboutCustomer));

    public static string OtherStatus => Words.Text(nameof(OtherStatus));

    public static string OtherStatusHelp => Words.Text(nameof(OtherStatusHelp));

    public static string PageTitle(int number) => Words.Text(nameof(PageTitle), number);

    public static string PanelEmpty => Words.Text(nameof(PanelEmpty));

    public static string PanelFailed(string panel, string addin) => Words.Text(nameof(PanelFailed), panel, addin);

    public static string Parts => Words.Text(nameof(Parts));

    public static string PickupSite => Words.Text(nameof(PickupSite));

    public static string Previous => Words.Text(nameof(Previous));

    public static string PreviousHelp => Words.Text(nameof(PreviousHelp));

    public static string Reason => Words.Text(nameof(Reason));

    public static string ReasonHelp => Words.Text(nameof(ReasonHelp));

    public static string Request => Words.Text(nameof(Request));

    public static string Route => Words.Text(nameof(Route));

    public static string RouteHelp => Words.Text(nameof(RouteHelp));

    public static string RouteTitle(int number) => Words.Text(nameof(RouteTitle), number);

    public static string RowActs => Words.Text(nameof(RowActs));

    public static string SaveChanges => Words.Text(nameof(SaveChanges));

    public static string SaveChangesHelp => Words.Text(nameof(SaveChangesHelp));

    public static string ShowEmptyFields(int fields) => Words.Count(nameof(ShowEmptyFields), fields);

    public static string SiteCode => Words.Text(nameof(SiteCode));

    public static string Standing(string at, string site, string timeZone) => Words.Text(nameof(Standing), at, site, timeZone);

    public static string StandsAt(string status) => Words.Text(nameof(StandsAt), status);

    public static string Status => Words.Text(nameof(Status));

    public static string TableOf(string part) => Words.Text(nameof(TableOf), part);

    public static string ThroughList => Words.Text(nameof(ThroughList));

    public static string Tracking => Words.Text(nameof(Tracking));

    public static string TwoStatuses(string status) => Words.Text(nameof(TwoStatuses), status);
}
