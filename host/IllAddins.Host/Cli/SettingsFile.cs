using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace IllAddins.Host.Cli;

/// <summary>The settings of an installation: <c>appsettings.json</c> of the data folder, and over it the environment. A changed file counts at the next reading.</summary>
/// <remarks>Not the library's own reloading: that takes a file which is broken or half written for an empty one, and without a mail server
/// in the settings mails would go to a folder and count as sent.</remarks>
public sealed class SettingsFile
{
    private readonly Lock gate = new();
    private readonly string file;
    private readonly bool withEnvironment;
    private readonly bool wasThere;
    private (DateTime Written, long Length, bool There) stamp;
    private IConfiguration settings;

    /// <summary>Reads the settings.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="withEnvironment">Whether variables that begin with <c>ILLADDINS_</c> count.</param>
    /// <exception cref="InvalidDataException">The file cannot be read, is no JSON, or has a name that is no setting.</exception>
    public SettingsFile(string folder, bool withEnvironment)
    {
        file = Path.Combine(folder, "appsettings.json");
        this.withEnvironment = withEnvironment;
        stamp = Stamp();
        wasThere = stamp.There;
        settings = Read();
    }

    /// <summary>A setting's value as it stands now; null where it is not set.</summary>
    /// <exception cref="InvalidDataException">The file was changed, and cannot be read, is no JSON, has a name that is no setting, or is gone.</exception>
    public string? Value(string key) => Now()[key];

    /// <summary>What admins should know of the settings as they stand now, in a sentence; null where all is well.</summary>
    /// <param name="sites">The codes of the sites there are.</param>
    public string? Trouble(IReadOnlyCollection<string> sites)
    {
        try
        {
            return KnownSettings.OfNoSite(Now(), sites) is { } trouble ? $"In {Place}, {trouble} Correct the code; see: sites list" : null;
        }
        catch (InvalidDataException fault)
        {
            return fault.Message;
        }
    }

    private string Place => $"the settings {file}{(withEnvironment ? " or the environment (ILLADDINS_...)" : "")}";

    private IConfiguration Now()
    {
        lock (gate)
        {
            if (Stamp() is var now && now != stamp)
            {
                if (wasThere && !now.There)
                    throw new InvalidDataException($"The settings {file} are gone; they were there at the start. Put the file back, or start again without it.");
                settings = Read();
                stamp = now;
            }

            return settings;
        }
    }

    /// <summary>As <see cref="Value"/>, and while that fails the value before: for what needs none of the file to go on, such as how a screen marks its rows.</summary>
    public string? LastGood(string key)
    {
        try
        {
            return Value(key);
        }
        catch (InvalidDataException)
        {
            // Told by whoever reads a setting that must be the one of now, such as the mail server.
            lock (gate)
                return settings[key];
        }
    }

    private IConfiguration Read()
    {
        var read = ReadAll();
        return KnownSettings.Problem(read) is not { } problem
            ? read
            : throw new InvalidDataException($"In {Place}, {problem} Correct it; README lists the settings.");
    }

    private IConfiguration ReadAll()
    {
        try
        {
            var builder = new ConfigurationBuilder().AddJsonFile(file, optional: true, reloadOnChange: false);
            return (withEnvironment ? builder.AddEnvironmentVariables("ILLADDINS_") : builder).Build();
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The settings {file} cannot be read: {Why(fault.GetBaseException())} Mend the file; README lists the settings.", fault);
        }
    }

    private static string Why(Exception fault) => fault is JsonException { LineNumber: { } line }
        ? $"found no valid JSON in line {line + 1}, expected an object such as {{ \"Mail\": {{ \"Host\": \"smtp.example.org\" }} }}."
        : fault.Message;

    private (DateTime Written, long Length, bool There) Stamp() =>
        new FileInfo(file) is { Exists: true } there ? (there.LastWriteTimeUtc, there.Length, true) : default;
}
