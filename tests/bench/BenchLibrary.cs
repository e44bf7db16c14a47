using System.Text.Json;
using IllAddins.Host.Addins;
using IllAddins.Host.Cli;
using Microsoft.Extensions.Logging.Abstractions;

namespace IllAddins.Bench;

/// <summary>A library in a folder of its own, deleted in the end; it runs the product as it was built.</summary>
public sealed class BenchLibrary : IDisposable
{
    private readonly string home;

    public BenchLibrary(string below)
    {
        home = Path.Combine(below, $"illaddins-bench-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Folders.Data);
        Directory.CreateDirectory(Path.Combine(Folders.Scripts, "default"));
        var script = Path.Combine(Folders.Scripts, "default", "notify.lua");
        File.WriteAllText(script, Script);
        // As scripts usually are: written long ago, so that its stamp tells every later edit.
        File.SetLastWriteTimeUtc(script, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Mail(new { });
    }

    /// <summary>A script as sites write them: some fields of the request, one of the user.</summary>
    public const string Script = """
        function RoutingDelay(request)
          if request.PickupLocation == 'Far Branch' then return 240 end
          if request.LibraryUseOnly and request.User.Status == 'Faculty' then return 30 end
          return 0
        end

        function ChooseTemplate(request)
          if request.Pieces == '99' then return 'ILL Borrowing Loan Delivery' end
          if request.User.Department == 'Law' and request.RequestType == 'Article' then return 'ILL Borrowing Article Pickup' end
          return nil
        end
        """;

    public HostFolders Folders => new()
    {
        Data = Path.Combine(home, "data"),
        Scripts = Path.Combine(home, "scripts"),
        Addins = Path.Combine(Root(AppContext.BaseDirectory), "host/IllAddins.Host/bin", Configuration, "net10.0/addins"),
    };

    public string FileNamed(string name) => Path.Combine(home, name);

    /// <summary>Sets the mail settings of the installations opened after this.</summary>
    public void Mail(object mail) =>
        File.WriteAllText(Path.Combine(Folders.Data, "appsettings.json"), JsonSerializer.Serialize(new { TimeZone = "America/New_York", Mail = mail }));

    /// <summary>Opens the installation and starts its add-ins.</summary>
    public async Task<Installation> OpenAsync()
    {
        var installation = await Installation.OpenAsync(Folders, TimeProvider.System, NullLoggerFactory.Instance, withEnvironment: false, CancellationToken.None);
        await installation.StartAddinsAsync(CancellationToken.None);
        return installation.Addins.Sweeps.Count > 0
            ? installation
            : throw new InvalidOperationException($"The core add-in does not run from {Folders.Addins}. Build host/IllAddins.Host in {Configuration} first. "
                + string.Join(" ", installation.Addins.Entries.Select(entry => AddinStateWords.Of(entry.State))));
    }

    public void Dispose() => Directory.Delete(home, recursive: true);

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Root(string from) => File.Exists(Path.Combine(from, "IllAddins.sln"))
        ? from
        : Root(Path.GetDirectoryName(from) ?? throw new DirectoryNotFoundException("IllAddins.sln is in no folder above the program."));
}
