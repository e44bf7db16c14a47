using IllAddins.Host.Wording;

namespace IllAddins.Host.Web;

/// <summary>What a screen's list says, beside the words of its add-in.</summary>
public static class ScreenWords
{
    private static readonly RoomWords Words = new(typeof(ScreenWords));

    public static string Any => Words.Text(nameof(Any));

    public static string ClearHelp => Words.Text(nameof(ClearHelp));

    public static string ClearKey => Words.Text(nameof(ClearKey));

    public static string Columns => Words.Text(nameof(Columns));

    public static string ClocksOfSites(string time, string zone) => Words.Text(nameof(ClocksOfSites), time, zone);

    public static string CommandBrokeOff(string command, string addin) => Words.Text(nameof(CommandBrokeOff), command, addin);

    public static string CommandHasNoDialog(string command) => Words.Text(nameof(CommandHasNoDialog), command);

    public static string Commands => Words.Text(nameof(Commands));

    public static string Days(double days) => Words.Text(nameof(Days), days);

    public static string DaysOrLonger(int days) => Words.Count(nameof(DaysOrLonger), days);

    public static string DaysOrLongerBySite(int least, int most) => Words.Text(nameof(DaysOrLongerBySite), least, most);

    public static string DialogFailed(string command, string addin) => Words.Text(nameof(DialogFailed), command, addin);

    public static string DocumentGone(double minutes) => Words.Text(nameof(DocumentGone), minutes);

    public static string DocumentGoneTitle => Words.Text(nameof(DocumentGoneTitle));

    public static string DocumentTooLarge(string message, int megabytes) => Words.Text(nameof(DocumentTooLarge), message, megabytes);

    public static string FieldRequired(string field) => Words.Text(nameof(FieldRequired), field);

    public static string Filters => Words.Text(nameof(Filters));

    public static string FindHint => Words.Text(nameof(FindHint));

    public static string FindOrScan => Words.Text(nameof(FindOrScan));

    public static string FlagRequired(string field) => Words.Text(nameof(FlagRequired), field);

    public static string FoldHelp => Words.Text(nameof(FoldHelp));

    public static string FoldKeys => Words.Text(nameof(FoldKeys));

    public static string Groups => Words.Text(nameof(Groups));

    public static string HeadsHelp => Words.Text(nameof(HeadsHelp));

    public static string HeadsKeys => Words.Text(nameof(HeadsKeys));

    public static string Help => Words.Text(nameof(Help));

    public static string HiddenTooLong => Words.Text(nameof(HiddenTooLong));

    public static string Hours(double hours) => Words.Text(nameof(Hours), hours);

    public static string Mend => Words.Text(nameof(Mend));

    public static string MendForm => Words.Text(nameof(MendForm));

    public static string Minutes(double minutes) => Words.Text(nameof(Minutes), minutes);

    public static string MoreOf(string command) => Words.Text(nameof(MoreOf), command);

    public static string MoveHelp => Words.Text(nameof(MoveHelp));

    public static string MoveKeys => Words.Text(nameof(MoveKeys));

    public static string NeedsJavaScript => Words.Text(nameof(NeedsJavaScript));

    public static string No => Words.Text(nameof(No));

    public static string NoDate(string value) => Words.Text(nameof(NoDate), value);

    public static string NoDateAndTime(string value) => Words.Text(nameof(NoDateAndTime), value);

    public static string NoScreens => Words.Text(nameof(NoScreens));

    public static string NoScreensTitle => Words.Text(nameof(NoScreensTitle));

    public static string NoSuchCommand(string screen, string command) => Words.Text(nameof(NoSuchCommand), screen, command);

    public static string NoSuchPanelCommand(string command, string panel) => Words.Text(nameof(NoSuchPanelCommand), command, panel);

    public static string NoSuchScreen(string name) => Words.Text(nameof(NoSuchScreen), name);

    public static string NoSuchScreenTitle => Words.Text(nameof(NoSuchScreenTitle));

    public static string NoSuchSite(string site) => Words.Text(nameof(NoSuchSite), site);

    public static string NoSuchSiteTitle => Words.Text(nameof(NoSuchSiteTitle));

    public static string NoUndo(string screen) => Words.Text(nameof(NoUndo), screen);

    public static string NotAChoice(string value) => Words.Text(nameof(NotAChoice), value);

    public static string NotFromDialog => Words.Text(nameof(NotFromDialog));

    public static string OneLineOnly => Words.Text(nameof(OneLineOnly));

    public static string OpenFirst => Words.Text(nameof(OpenFirst));

    public static string OpenHelp => Words.Text(nameof(OpenHelp));

    public static string OpenKeys => Words.Text(nameof(OpenKeys));

    public static string OpenRequest => Words.Text(nameof(OpenRequest));

    public static string OpenRequestHelp => Words.Text(nameof(OpenRequestHelp));

    public static string PatronHelp => Words.Text(nameof(PatronHelp));

    public static string PatronKey => Words.Text(nameof(PatronKey));

    public static string PlainBack => Words.Text(nameof(PlainBack));

    public static string PlainHelp(int requests, string readAt) => Words.Count(nameof(PlainHelp), requests, readAt);

    public static string PlainList => Words.Text(nameof(PlainList));

    public static string PrintHelp => Words.Text(nameof(PrintHelp));

    public static string PrintKey => Words.Text(nameof(PrintKey));

    public static string RangeHelp => Words.Text(nameof(RangeHelp));

    public static string RangeKeys => Words.Text(nameof(RangeKeys));

    public static string ReadFailed(string title, string addin) => Words.Text(nameof(ReadFailed), title, addin);

    public static string Refresh => Words.Text(nameof(Refresh));

    public static string RefreshHelp => Words.Text(nameof(RefreshHelp));

    public static string RequestSection => Words.Text(nameof(RequestSection));

    public static string ResetView => Words.Text(nameof(ResetView));

    public static string RowMenuHelp => Words.Text(nameof(RowMenuHelp));

    public static string RowMenuKeys => Words.Text(nameof(RowMenuKeys));

    public static string SelectAllHelp => Words.Text(nameof(SelectAllHelp));

    public static string SelectAllKey => Words.Text(nameof(SelectAllKey));

    public static string SelectAllShown => Words.Text(nameof(SelectAllShown));

    public static string SelectHelp => Words.Text(nameof(SelectHelp));

    public static string SelectKeys => Words.Text(nameof(SelectKeys));

    public static string Selected => Words.Text(nameof(Selected));

    public static string SelectionUnreadable(string expected) => Words.Text(nameof(SelectionUnreadable), expected);

    public static string ShowAll => Words.Text(nameof(ShowAll));

    public static string Sounds => Words.Text(nameof(Sounds));

    public static string TextTooLong(int length, int longest) => Words.Text(nameof(TextTooLong), length, longest);

    public static string TooManySelected(int rows, int most) => Words.Text(nameof(TooManySelected), rows, most);

    public static string TransactionNumber => Words.Text(nameof(TransactionNumber));

    public static string UndoBrokeOff(string addin) => Words.Text(nameof(UndoBrokeOff), addin);

    public static string UndoUnreadable(string expected) => Words.Text(nameof(UndoUnreadable), expected);

    public static string ViewHasNull => Words.Text(nameof(ViewHasNull));

    public static string ViewNameless(int longest) => Words.Text(nameof(ViewNameless), longest);

    public static string ViewNotKept(string flaw) => Words.Text(nameof(ViewNotKept), flaw);

    public static string ViewTooLong(int found, int most) => Words.Text(nameof(ViewTooLong), found, most);

    public static string ViewUnreadable(string expected) => Words.Text(nameof(ViewUnreadable), expected);

    public static string ViewWidth(double found, string column, double least, double most) => Words.Text(nameof(ViewWidth), found, column, least, most);

    public static string Yes => Words.Text(nameof(Yes));
}
