using System.Globalization;
using System.Resources;

namespace IllAddins.Host.Web;

/// <summary>What the pages of the shell say; the words themselves stand in ShellWords.resx.</summary>
public static class ShellWords
{
    private static readonly ResourceManager Texts = new(typeof(ShellWords));

    public static string APIKeys => Text(nameof(APIKeys));

    public static string AddIn => Text(nameof(AddIn));

    public static string AddIns => Text(nameof(AddIns));

    public static string All => Text(nameof(All));

    public static string AllSites => Text(nameof(AllSites));

    public static string Any => Text(nameof(Any));

    public static string ArrowsPageUpPageDown => Text(nameof(ArrowsPageUpPageDown));

    public static string CallsAMinute => Text(nameof(CallsAMinute));

    public static string Check => Text(nameof(Check));

    public static string ClearsTheSelection => Text(nameof(ClearsTheSelection));

    public static string Commands => Text(nameof(Commands));

    public static string Consumer => Text(nameof(Consumer));

    public static string Contract => Text(nameof(Contract));

    public static string Contributes => Text(nameof(Contributes));

    public static string CrashesOfTheHostIn => Text(nameof(CrashesOfTheHostIn));

    public static string Created => Text(nameof(Created));

    public static string CtrlA => Text(nameof(CtrlA));

    public static string CtrlP => Text(nameof(CtrlP));

    public static string Details => Text(nameof(Details));

    public static string Disable => Text(nameof(Disable));

    public static string DiscardChanges => Text(nameof(DiscardChanges));

    public static string Enable => Text(nameof(Enable));

    public static string EnterOrADoubleClick => Text(nameof(EnterOrADoubleClick));

    public static string Esc => Text(nameof(Esc));

    public static string FailuresSinceItsStart => Text(nameof(FailuresSinceItsStart));

    public static string Filters => Text(nameof(Filters));

    public static string FoldAndUnfoldAGroup => Text(nameof(FoldAndUnfoldAGroup));

    public static string Folder => Text(nameof(Folder));

    public static string Found => Text(nameof(Found));

    public static string FullText => Text(nameof(FullText));

    public static string GoToTheFirstPage => Text(nameof(GoToTheFirstPage));

    public static string Health => Text(nameof(Health));

    public static string HealthOfAddIns => Text(nameof(HealthOfAddIns));

    public static string History => Text(nameof(History));

    public static string KeepIt => Text(nameof(KeepIt));

    public static string KeysTable => Text(nameof(KeysTable));

    public static string LastUsed => Text(nameof(LastUsed));

    public static string LayAnAddInS => Text(nameof(LayAnAddInS));

    public static string LeadsToTheHeadsEnter => Text(nameof(LeadsToTheHeadsEnter));

    public static string LeftRight => Text(nameof(LeftRight));

    public static string MOrTheMenuKey => Text(nameof(MOrTheMenuKey));

    public static string MakeAKey => Text(nameof(MakeAKey));

    public static string MakeKey => Text(nameof(MakeKey));

    public static string Move => Text(nameof(Move));

    public static string Next => Text(nameof(Next));

    public static string NoAccountYet => Text(nameof(NoAccountYet));

    public static string NoKeyHasBeenMade => Text(nameof(NoKeyHasBeenMade));

    public static string NoRunningAddInBrings => Text(nameof(NoRunningAddInBrings));

    public static string NoRunningAddInHas => Text(nameof(NoRunningAddInHas));

    public static string Notes => Text(nameof(Notes));

    public static string NothingCallsThemAnyMore => Text(nameof(NothingCallsThemAnyMore));

    public static string OldGenerationsInMemory => Text(nameof(OldGenerationsInMemory));

    public static string OpensTheRequest => Text(nameof(OpensTheRequest));

    public static string OpensTheRowSMenu => Text(nameof(OpensTheRowSMenu));

    public static string OtherSoftwareCallsThisProgram => Text(nameof(OtherSoftwareCallsThisProgram));

    public static string PartsOfTheRequest => Text(nameof(PartsOfTheRequest));

    public static string Password => Text(nameof(Password));

    public static string PerMinute => Text(nameof(PerMinute));

    public static string Previous => Text(nameof(Previous));

    public static string PrintsTheListAsA => Text(nameof(PrintsTheListAsA));

    public static string Request => Text(nameof(Request));

    public static string Retry => Text(nameof(Retry));

    public static string Revoke => Text(nameof(Revoke));

    public static string RevokeAKey => Text(nameof(RevokeAKey));

    public static string SHA256 => Text(nameof(SHA256));

    public static string Save => Text(nameof(Save));

    public static string SaveChanges => Text(nameof(SaveChanges));

    public static string Screens => Text(nameof(Screens));

    public static string SelectsARange => Text(nameof(SelectsARange));

    public static string SelectsAllItemsOfThe => Text(nameof(SelectsAllItemsOfThe));

    public static string SelectsTheGroupThenAll => Text(nameof(SelectsTheGroupThenAll));

    public static string Settings => Text(nameof(Settings));

    public static string SettingsOfAddIns => Text(nameof(SettingsOfAddIns));

    public static string ShiftWithArrowsOrA => Text(nameof(ShiftWithArrowsOrA));

    public static string ShowAll => Text(nameof(ShowAll));

    public static string SignIn => Text(nameof(SignIn));

    public static string SignOut => Text(nameof(SignOut));

    public static string Site => Text(nameof(Site));

    public static string SiteNow => Text(nameof(SiteNow));

    public static string SkipToTheContent => Text(nameof(SkipToTheContent));

    public static string SpaceOrAClick => Text(nameof(SpaceOrAClick));

    public static string State => Text(nameof(State));

    public static string TheRequestAfterThisOne => Text(nameof(TheRequestAfterThisOne));

    public static string TheRequestBeforeThisOne => Text(nameof(TheRequestBeforeThisOne));

    public static string TheSoftwareThatGetsThe => Text(nameof(TheSoftwareThatGetsThe));

    public static string ThereIsNoAddIn => Text(nameof(ThereIsNoAddIn));

    public static string TheseHoldForAllSites => Text(nameof(TheseHoldForAllSites));

    public static string ThisLinkWorksOnceThe => Text(nameof(ThisLinkWorksOnceThe));

    public static string ThroughTheList => Text(nameof(ThroughTheList));

    public static string Tracking => Text(nameof(Tracking));

    public static string Undo => Text(nameof(Undo));

    public static string UpFromTheTop => Text(nameof(UpFromTheTop));

    public static string UserName => Text(nameof(UserName));

    public static string WhatCanBeDone => Text(nameof(WhatCanBeDone));

    public static string WhatHappened => Text(nameof(WhatHappened));

    public static string WritesWhatYouChangedCtrl => Text(nameof(WritesWhatYouChangedCtrl));

    public static string YouAreSignedOut => Text(nameof(YouAreSignedOut));

    private static string Text(string name) =>
        Texts.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException($"ShellWords.resx has no words for '{name}'. Add them.");
}
