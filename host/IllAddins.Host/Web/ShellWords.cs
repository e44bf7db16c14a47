using IllAddins.Host.Wording;

namespace IllAddins.Host.Web;

/// <summary>What the frame of every page says, signing in, and what went wrong on the way to a page.</summary>
public static class ShellWords
{
    private static readonly RoomWords Words = new(typeof(ShellWords));

    public static string AddinFailed(string addin) => Words.Text(nameof(AddinFailed), addin);

    public static string Addins => Words.Text(nameof(Addins));

    public static string All => Words.Text(nameof(All));

    public static string AllSites => Words.Text(nameof(AllSites));

    public static string Broke(string number) => Words.Text(nameof(Broke), number);

    public static string BrokeTitle => Words.Text(nameof(BrokeTitle));

    public static string DidNotWork(int status) => Words.Text(nameof(DidNotWork), status);

    public static string DidNotWorkTitle => Words.Text(nameof(DidNotWorkTitle));

    public static string EnterNameAndPassword => Words.Text(nameof(EnterNameAndPassword));

    public static string ForAdminsOnly => Words.Text(nameof(ForAdminsOnly));

    public static string ForAdminsOnlyTitle => Words.Text(nameof(ForAdminsOnlyTitle));

    public static string GoToFirstPage => Words.Text(nameof(GoToFirstPage));

    public static string Health => Words.Text(nameof(Health));

    public static string Language => Words.Text(nameof(Language));

    public static string LinkUsedUp => Words.Text(nameof(LinkUsedUp));

    public static string LinkUsedUpTitle => Words.Text(nameof(LinkUsedUpTitle));

    public static string MetricsNeedToken => Words.Text(nameof(MetricsNeedToken));

    public static string NameAndPasswordDoNotMatch => Words.Text(nameof(NameAndPasswordDoNotMatch));

    public static string NoAccountYet => Words.Text(nameof(NoAccountYet));

    public static string NotForRoleTitle => Words.Text(nameof(NotForRoleTitle));

    public static string NotFound(string path) => Words.Text(nameof(NotFound), path);

    public static string NotFoundTitle => Words.Text(nameof(NotFoundTitle));

    public static string NotFromAPage => Words.Text(nameof(NotFromAPage));

    public static string OneTimeLinkHelp => Words.Text(nameof(OneTimeLinkHelp));

    public static string PageTitle(string page) => Words.Text(nameof(PageTitle), page);

    public static string PageTooOld => Words.Text(nameof(PageTooOld));

    public static string PageTooOldTitle => Words.Text(nameof(PageTooOldTitle));

    public static string Password => Words.Text(nameof(Password));

    public static string Screens => Words.Text(nameof(Screens));

    public static string Settings => Words.Text(nameof(Settings));

    public static string SignIn => Words.Text(nameof(SignIn));

    public static string SignInAs(string account) => Words.Text(nameof(SignInAs), account);

    public static string SignInElsewhere => Words.Text(nameof(SignInElsewhere));

    public static string SignOut => Words.Text(nameof(SignOut));

    public static string SignedOut => Words.Text(nameof(SignedOut));

    public static string SignedOutTitle => Words.Text(nameof(SignedOutTitle));

    public static string SiteNow => Words.Text(nameof(SiteNow));

    public static string SkipToContent => Words.Text(nameof(SkipToContent));

    public static string TooLarge => Words.Text(nameof(TooLarge));

    public static string TooManyAttempts(int minutes) => Words.Count(nameof(TooManyAttempts), minutes);

    public static string Undo => Words.Text(nameof(Undo));

    public static string UserName => Words.Text(nameof(UserName));

    public static string WrongMethod(string path, string method) => Words.Text(nameof(WrongMethod), path, method);
}
