using System.CommandLine;

namespace IllAddins.Host.Cli;

/// <summary>The three folders of an installation; absolute paths.</summary>
public sealed record HostFolders
{
    /// <summary>The database, appsettings.json, keys and mails.</summary>
    public required string Data { get; init; }

    /// <summary>The SQLite file in the data folder.</summary>
    public string Database => Path.Combine(Data, "illaddins.db");

    /// <summary>One folder for each add-in.</summary>
    public required string Addins { get; init; }

    /// <summary>One folder for each site, and <c>default</c>.</summary>
    public required string Scripts { get; init; }
}

/// <summary>The options that every verb takes.</summary>
public sealed class FolderOptions
{
    private readonly Option<string?> data = new("--data")
    {
        Description = "Folder of the database, appsettings.json, keys and mails. Default: ./data",
        HelpName = "DIR",
        Recursive = true,
    };

    private readonly Option<string?> addins = new("--addins")
    {
        Description = "Folder of the add-ins, <Name>/<Name>.dll each. Default: the folder 'addins' beside the program",
        HelpName = "DIR",
        Recursive = true,
    };

    private readonly Option<string?> scripts = new("--scripts")
    {
        Description = "Folder of the site scripts, <NVTGC>/notify.lua or default/notify.lua. Default: ./scripts",
        HelpName = "DIR",
        Recursive = true,
    };

    public void AddTo(Command command)
    {
        foreach (var option in new[] { data, addins, scripts })
        {
            option.Validators.Add(result =>
            {
                if (string.IsNullOrWhiteSpace(result.GetValue(option)))
                    result.AddError($"{option.Name}: found an empty name, expected a folder.");
            });
            command.Options.Add(option);
        }
    }

    /// <summary>The folders of a call.</summary>
    /// <param name="parsed">The parsed command line.</param>
    /// <param name="home">Where data and scripts lie when the call names none; the current folder, or the demo's temporary one.</param>
    public HostFolders Of(ParseResult parsed, string home) => new()
    {
        Data = Path.GetFullPath(parsed.GetValue(data) ?? Path.Combine(home, "data")),
        Addins = Path.GetFullPath(parsed.GetValue(addins) ?? Path.Combine(AppContext.BaseDirectory, "addins")),
        Scripts = Path.GetFullPath(parsed.GetValue(scripts) ?? Path.Combine(home, "scripts")),
    };
}
