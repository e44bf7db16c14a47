using System.Globalization;
using System.Text;
using IllAddins.Host.Data;
using IllAddins.Host.Requests;
using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.Versions;

namespace IllAddins.Tests.Scripting;

/// <summary>A folder of scripts for one test, and what is asked of it.</summary>
internal sealed class ScriptsFolder : IDisposable
{
    private readonly string outer = Directory.CreateTempSubdirectory("illaddins-scripts-").FullName;

    public ScriptsFolder()
    {
        Root = Directory.CreateDirectory(Path.Combine(outer, "scripts")).FullName;
        Database = SqliteDatabase.Open(Path.Combine(outer, "illaddins.db"));
        Migrations.RunAsync(Database, "host", RecordTables.Migrations, DateTimeOffset.UnixEpoch, CancellationToken.None).GetAwaiter().GetResult();
        Migrations.RunAsync(Database, VersionTables.Owner, VersionTables.Migrations, DateTimeOffset.UnixEpoch, CancellationToken.None).GetAwaiter().GetResult();
        Scripts = Host();
    }

    public SqliteDatabase Database { get; }

    public string Root { get; }

    public ManualTicks Clock { get; } = new();

    public SiteScripts Scripts { get; }

    /// <summary>Another host over the same folder and database.</summary>
    public SiteScripts Host(IScriptEngine? engine = null) => new(Root, engine ?? Lua.Engine, new ScriptLimits(), Database, Clock);

    /// <summary>Lets the time go by after which files are looked at again.</summary>
    public void Wait() => Clock.Advance(TimeSpan.FromSeconds(2));

    public string PathOf(string site) => Path.Combine(Root, site, "notify.lua");

    public void Write(string site, string text)
    {
        Directory.CreateDirectory(Path.Combine(Root, site));
        File.WriteAllText(PathOf(site), text);
    }

    /// <summary>As an editor does it that never leaves half a file.</summary>
    public void Replace(string site, string text)
    {
        var beside = Path.Combine(Root, $"{site}-{Guid.NewGuid():N}.tmp");
        File.WriteAllText(beside, text);
        File.Move(beside, PathOf(site), overwrite: true);
    }

    /// <summary>The answer and the version that gave it, e.g. <c>90 by MAIN/notify.lua v1</c>.</summary>
    public string Ask(string site, ScriptTable? request = null) => Ask(Scripts, site, request);

    /// <summary>The same of another host.</summary>
    public static string Ask(SiteScripts host, string site, ScriptTable? request = null)
    {
        var (version, given) = host.Ask(site, ScriptHooks.RoutingDelay, request ?? Lua.Request(), Lua.NewYork);
        var said = given.Answer switch
        {
            ScriptAnswer.Value value => Convert.ToString(value.Content, CultureInfo.InvariantCulture),
            ScriptAnswer.NoHook => "no hook",
            ScriptAnswer.Fault fault => fault.Why.ToString(),
            var other => other.ToString(),
        };
        return $"{said} by {version}";
    }

    public static string Mark(string text) => ScriptVersion.Of("", Encoding.UTF8.GetBytes(text)).Mark;

    public void Dispose()
    {
        Scripts.Dispose();
        Database.Dispose();
        Directory.Delete(outer, recursive: true);
    }

    /// <summary>A clock that stands until it is moved on.</summary>
    public sealed class ManualTicks : TimeProvider
    {
        private static readonly DateTimeOffset Start = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

        private long now = 1;

        public override DateTimeOffset GetUtcNow() => Start.AddTicks(GetTimestamp() - 1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref now);

        public void Advance(TimeSpan by) => Interlocked.Add(ref now, by.Ticks);
    }
}
