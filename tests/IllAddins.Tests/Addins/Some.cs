namespace IllAddins.Tests.Addins;

/// <summary>Descriptions of which only what matters is named.</summary>
internal static class Some
{
    public static Site Site { get; } = new()
    {
        NVTGC = "MAIN",
        Name = "Main Library",
        TimeZone = "UTC",
        ToLocal = moment => moment,
        DefaultDelayMinutes = 0,
        SweepMinutes = 5,
        FromName = "ILL",
        FromAddress = "ill@example.org",
        PickupField = "User.Site",
        DateFormat = "d MMMM yyyy",
        LocalInfo = new Dictionary<string, string>(),
        Change = 1,
    };

    public static Sweep Sweep(string name) => new() { Name = name, RunAsync = (_, _) => Task.FromResult(new SweepReport()) };

    public static Screen Screen(string name) => new()
    {
        Name = name,
        Title = "A screen",
        Help = "Some help.",
        Columns = [new ScreenColumn { Name = "Title", Title = "Title" }],
        Commands = [],
        LoadAsync = (_, _) => Task.FromResult(new ScreenContent { Groups = [], Rows = [] }),
    };

    public static ScreenCommand Command(string name) => new()
    {
        Name = name,
        Title = "A command",
        Section = "Contact",
        Help = "Some help.",
        NeedsSelection = "Select a request first.",
        RunAsync = (_, _) => Task.FromResult(new CommandAnswer { Message = "Done." }),
    };

    public static RequestPanel Panel(string name) => new()
    {
        Name = name,
        Title = "A panel",
        Columns = ["Title"],
        LoadAsync = (_, _) => Task.FromResult<IReadOnlyList<PanelRow>>([]),
    };
}
