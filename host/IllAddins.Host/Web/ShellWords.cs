using IllAddins.Host.Wording;

namespace IllAddins.Host.Web;

/// <summary>What the pages of the shell say; the words themselves stand in ShellWords.resx.</summary>
public static class ShellWords
{
    private static readonly RoomWords Words = new(typeof(ShellWords));

    public static string APIKeys => Words.Text(nameof(APIKeys));

    public static string AddIn => Words.Text(nameof(AddIn));

    public static string AddIns => Words.Text(nameof(AddIns));

    public static string All => Words.Text(nameof(All));

    public static string AllSites => Words.Text(nameof(AllSites));

    public static string Any => Words.Text(nameof(Any));

    public static string ArrowsPageUpPageDown => Words.Text(nameof(ArrowsPageUpPageDown));

    public static string CallsAMinute => Words.Text(nameof(CallsAMinute));

    public static string Check => Words.Text(nameof(Check));

    public static string ClearsTheSelection => Words.Text(nameof(ClearsTheSelection));

    public static string Commands => Words.Text(nameof(Commands));

    public static string Consumer => Words.Text(nameof(Consumer));

    public static string Contract => Words.Text(nameof(Contract));

    public static string Contributes => Words.Text(nameof(Contributes));

    public static string CrashesOfTheHostIn => Words.Text(nameof(CrashesOfTheHostIn));

    public static string Created => Words.Text(nameof(Created));

    public static string CtrlA => Words.Text(nameof(CtrlA));

    public static string CtrlP => Words.Text(nameof(CtrlP));

    public static string Details => Words.Text(nameof(Details));

    public static string Disable => Words.Text(nameof(Disable));

    public static string DiscardChanges => Words.Text(nameof(DiscardChanges));

    public static string Enable => Words.Text(nameof(Enable));

    public static string EnterOrADoubleClick => Words.Text(nameof(EnterOrADoubleClick));

    public static string Esc => Words.Text(nameof(Esc));

    public static string FailuresSinceItsStart => Words.Text(nameof(FailuresSinceItsStart));

    public static string Filters => Words.Text(nameof(Filters));

    public static string FoldAndUnfoldAGroup => Words.Text(nameof(FoldAndUnfoldAGroup));

    public static string Folder => Words.Text(nameof(Folder));

    public static string Found => Words.Text(nameof(Found));

    public static string FullText => Words.Text(nameof(FullText));

    public static string GoToTheFirstPage => Words.Text(nameof(GoToTheFirstPage));

    public static string Health => Words.Text(nameof(Health));

    public static string HealthOfAddIns => Words.Text(nameof(HealthOfAddIns));

    public static string History => Words.Text(nameof(History));

    public static string KeepIt => Words.Text(nameof(KeepIt));

    public static string KeysTable => Words.Text(nameof(KeysTable));

    public static string LastUsed => Words.Text(nameof(LastUsed));

    public static string LayAnAddInS => Words.Text(nameof(LayAnAddInS));

    public static string LeadsToTheHeadsEnter => Words.Text(nameof(LeadsToTheHeadsEnter));

    public static string LeftRight => Words.Text(nameof(LeftRight));

    public static string MOrTheMenuKey => Words.Text(nameof(MOrTheMenuKey));

    public static string MakeAKey => Words.Text(nameof(MakeAKey));

    public static string MakeKey => Words.Text(nameof(MakeKey));

    public static string Move => Words.Text(nameof(Move));

    public static string Next => Words.Text(nameof(Next));

    public static string NoAccountYet => Words.Text(nameof(NoAccountYet));

    public static string NoKeyHasBeenMade => Words.Text(nameof(NoKeyHasBeenMade));

    public static string NoRunningAddInBrings => Words.Text(nameof(NoRunningAddInBrings));

    public static string NoRunningAddInHas => Words.Text(nameof(NoRunningAddInHas));

    public static string Notes => Words.Text(nameof(Notes));

    public static string NothingCallsThemAnyMore => Words.Text(nameof(NothingCallsThemAnyMore));

    public static string OldGenerationsInMemory => Words.Text(nameof(OldGenerationsInMemory));

    public static string OpensTheRequest => Words.Text(nameof(OpensTheRequest));

    public static string OpensTheRowSMenu => Words.Text(nameof(OpensTheRowSMenu));

    public static string OtherSoftwareCallsThisProgram => Words.Text(nameof(OtherSoftwareCallsThisProgram));

    public static string PartsOfTheRequest => Words.Text(nameof(PartsOfTheRequest));

    public static string Password => Words.Text(nameof(Password));

    public static string PerMinute => Words.Text(nameof(PerMinute));

    public static string Previous => Words.Text(nameof(Previous));

    public static string PrintsTheListAsA => Words.Text(nameof(PrintsTheListAsA));

    public static string Request => Words.Text(nameof(Request));

    public static string Retry => Words.Text(nameof(Retry));

    public static string Revoke => Words.Text(nameof(Revoke));

    public static string RevokeAKey => Words.Text(nameof(RevokeAKey));

    public static string SHA256 => Words.Text(nameof(SHA256));

    public static string Save => Words.Text(nameof(Save));

    public static string SaveChanges => Words.Text(nameof(SaveChanges));

    public static string Screens => Words.Text(nameof(Screens));

    public static string SelectsARange => Words.Text(nameof(SelectsARange));

    public static string SelectsAllItemsOfThe => Words.Text(nameof(SelectsAllItemsOfThe));

    public static string SelectsTheGroupThenAll => Words.Text(nameof(SelectsTheGroupThenAll));

    public static string Settings => Words.Text(nameof(Settings));

    public static string SettingsOfAddIns => Words.Text(nameof(SettingsOfAddIns));

    public static string ShiftWithArrowsOrA => Words.Text(nameof(ShiftWithArrowsOrA));

    public static string ShowAll => Words.Text(nameof(ShowAll));

    public static string SignIn => Words.Text(nameof(SignIn));

    public static string SignOut => Words.Text(nameof(SignOut));

    public static string Site => Words.Text(nameof(Site));

    public static string SiteNow => Words.Text(nameof(SiteNow));

    public static string SkipToTheContent => Words.Text(nameof(SkipToTheContent));

    public static string SpaceOrAClick => Words.Text(nameof(SpaceOrAClick));

    public static string State => Words.Text(nameof(State));

    public static string TheRequestAfterThisOne => Words.Text(nameof(TheRequestAfterThisOne));

    public static string TheRequestBeforeThisOne => Words.Text(nameof(TheRequestBeforeThisOne));

    public static string TheSoftwareThatGetsThe => Words.Text(nameof(TheSoftwareThatGetsThe));

    public static string ThereIsNoAddIn => Words.Text(nameof(ThereIsNoAddIn));

    public static string TheseHoldForAllSites => Words.Text(nameof(TheseHoldForAllSites));

    public static string ThisLinkWorksOnceThe => Words.Text(nameof(ThisLinkWorksOnceThe));

    public static string ThroughTheList => Words.Text(nameof(ThroughTheList));

    public static string Tracking => Words.Text(nameof(Tracking));

    public static string Undo => Words.Text(nameof(Undo));

    public static string UpFromTheTop => Words.Text(nameof(UpFromTheTop));

    public static string UserName => Words.Text(nameof(UserName));

    public static string WhatCanBeDone => Words.Text(nameof(WhatCanBeDone));

    public static string WhatHappened => Words.Text(nameof(WhatHappened));

    public static string WritesWhatYouChangedCtrl => Words.Text(nameof(WritesWhatYouChangedCtrl));

    public static string YouAreSignedOut => Words.Text(nameof(YouAreSignedOut));
}
