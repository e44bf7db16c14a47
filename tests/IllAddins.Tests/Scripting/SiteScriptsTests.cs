using IllAddins.Host.Scripting;

namespace IllAddins.Tests.Scripting;

public sealed class SiteScriptsTests : IDisposable
{
    private readonly ScriptsFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_site_is_asked_by_its_own_script_and_else_by_the_default_one()
    {
        folder.Write("MAIN", "function RoutingDelay() return 1 end");
        folder.Write("default", "function RoutingDelay() return 2 end");
        Assert.Equal("1 by MAIN/notify.lua v1", folder.Ask("MAIN"));
        Assert.Equal("2 by default/notify.lua v1", folder.Ask("LAW"));
    }

    [Fact]
    public void The_codes_case_does_not_matter()
    {
        folder.Write("Main", "function RoutingDelay() return 1 end");
        Assert.StartsWith("1 by Main/notify.lua v1", folder.Ask("MAIN"), StringComparison.Ordinal);
        Assert.StartsWith("1 by Main/notify.lua v1", folder.Ask("main"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_script_no_hook_answers()
    {
        Assert.Equal("no hook by no script", folder.Ask("MAIN"));
        Directory.Delete(folder.Root);
        Assert.Equal("no hook by no script", folder.Ask("MAIN"));
        Assert.Equal(ScriptVersion.None, folder.Scripts.VersionFor("MAIN"));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../outside")]
    [InlineData("..\\outside")]
    [InlineData("MAIN/../../outside")]
    [InlineData("/etc")]
    [InlineData("C:outside")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("MAIN\0")]
    [InlineData("MAIN ")]
    [InlineData("MAIN.")]
    public void A_code_that_leads_out_of_the_folder_is_refused_and_gets_no_default(string nvtgc)
    {
        folder.Write("default", "function RoutingDelay() return 2 end");
        Directory.CreateDirectory(Path.Combine(folder.Root, "..", "outside"));
        Assert.StartsWith($"scripts: the site code '{nvtgc}' cannot name a folder: ", folder.Ask(nvtgc), StringComparison.Ordinal);
        Assert.Equal("scripts@unreadable", folder.Scripts.VersionFor(nvtgc).ToString());
    }

    [Fact]
    public void An_edit_decides_within_two_seconds_and_questions_in_between_look_at_no_file()
    {
        folder.Write("MAIN", "function RoutingDelay() return 9 end");
        Assert.Equal("9 by MAIN/notify.lua v1", folder.Ask("MAIN"));
        for (var i = 10; i < 30; i++)
        {
            folder.Write("MAIN", $"function RoutingDelay() return {i} end");
            folder.Clock.Advance(TimeSpan.FromMilliseconds(1_999));
            Assert.Equal($"{i - 1} by MAIN/notify.lua v{i - 9}", folder.Ask("MAIN"));
            folder.Clock.Advance(TimeSpan.FromMilliseconds(1));
            Assert.Equal($"{i} by MAIN/notify.lua v{i - 8}", folder.Ask("MAIN"));
        }
    }

    [Fact]
    public void A_script_may_come_go_and_be_replaced_while_the_host_runs()
    {
        folder.Write("default", "function RoutingDelay() return 2 end");
        Assert.Equal("2 by default/notify.lua v1", folder.Ask("MAIN"));
        folder.Write("MAIN", "function RoutingDelay() return 1 end");
        folder.Wait();
        Assert.Equal("1 by MAIN/notify.lua v1", folder.Ask("MAIN"));
        folder.Replace("MAIN", "function RoutingDelay() return 3 end");
        folder.Wait();
        Assert.Equal("3 by MAIN/notify.lua v2", folder.Ask("MAIN"));
        Directory.Delete(Path.Combine(folder.Root, "MAIN"), recursive: true);
        folder.Wait();
        Assert.Equal("2 by default/notify.lua v1", folder.Ask("MAIN"));
        Directory.Move(Path.Combine(folder.Root, "default"), Path.Combine(folder.Root, "main"));
        folder.Wait();
        Assert.Equal("2 by main/notify.lua v4", folder.Ask("MAIN"));
        Assert.Equal("no hook by no script", folder.Ask("LAW"));
    }

    [Fact]
    public void The_version_follows_the_content_and_not_the_file()
    {
        folder.Write("MAIN", "function RoutingDelay() return 1 end");
        var first = folder.Scripts.VersionFor("MAIN");
        File.SetLastWriteTimeUtc(folder.PathOf("MAIN"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        folder.Wait();
        Assert.Equal(first, folder.Scripts.VersionFor("MAIN"));
        folder.Write("MAIN", "function RoutingDelay() return 1 end -- note");
        folder.Wait();
        Assert.Equal("MAIN/notify.lua v2", folder.Scripts.VersionFor("MAIN").ToString());
        Assert.Equal("MAIN/notify.lua v1", first.ToString());
        Assert.Equal(ScriptsFolder.Mark("function RoutingDelay() return 1 end"), first.Mark);
    }

    [Fact]
    public void Two_edits_within_one_tick_of_the_file_system_are_both_seen()
    {
        folder.Write("MAIN", "function RoutingDelay() return 1 end");
        var written = File.GetLastWriteTimeUtc(folder.PathOf("MAIN"));
        folder.Ask("MAIN");
        folder.Write("MAIN", "function RoutingDelay() return 9 end");
        File.SetLastWriteTimeUtc(folder.PathOf("MAIN"), written);
        folder.Wait();
        Assert.StartsWith("9 by", folder.Ask("MAIN"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sites_own_script_that_cannot_be_read_is_a_fault_and_never_the_default()
    {
        folder.Write("default", "function RoutingDelay() return 2 end");
        folder.Write("BIG", new string('-', 70_000));
        folder.Write("CUT", "");
        folder.Write("BAD", "x = = 1");
        Directory.CreateDirectory(folder.PathOf("DIR"));
        File.CreateSymbolicLink(Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Root, "LINK")).FullName, "notify.lua"), "/nowhere/notify.lua");
        Assert.Equal("BIG/notify.lua: has 70000 bytes; a script may have 65536. Make it shorter. by BIG/notify.lua@unreadable", folder.Ask("BIG"));
        Assert.StartsWith("CUT/notify.lua: is empty.", folder.Ask("CUT"), StringComparison.Ordinal);
        Assert.StartsWith("BAD/notify.lua line 1: unexpected symbol near '=' by BAD/notify.lua@", folder.Ask("BAD"), StringComparison.Ordinal);
        Assert.Equal("DIR/notify.lua: is a folder; it must be a file. by DIR/notify.lua@unreadable", folder.Ask("DIR"));
        Assert.Equal("LINK/notify.lua: is a link to /nowhere/notify.lua, which is not there. by LINK/notify.lua@unreadable", folder.Ask("LINK"));
        Assert.StartsWith("2 by default", folder.Ask("LAW"), StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_that_differ_in_capitals_only_are_a_fault()
    {
        folder.Write("MAIN", "function RoutingDelay() return 1 end");
        folder.Write("main", "function RoutingDelay() return 2 end");
        if (Directory.GetDirectories(folder.Root).Length == 2)
            Assert.Equal("scripts: the folders MAIN and main differ in capitals only, and both belong to MAIN. Keep one of them. by scripts@unreadable", folder.Ask("Main"));
    }

    [Fact]
    public void A_fault_in_one_call_leaves_the_next_call_as_it_was()
    {
        folder.Write("MAIN", "local n = 0\nfunction RoutingDelay(request) if request.LoanTitle == 'bad' then n = 1 while true do end end return n end");
        for (var i = 0; i < 3; i++)
        {
            Assert.StartsWith("MAIN/notify.lua line 2: ran longer than 200 ms and was stopped by MAIN", folder.Ask("MAIN", Lua.Request(("LoanTitle", "bad"))), StringComparison.Ordinal);
            Assert.StartsWith("0 by MAIN", folder.Ask("MAIN"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_text_that_cannot_be_loaded_is_tried_again_after_a_minute_or_when_it_changes()
    {
        var engine = new CountingEngine();
        using var scripts = folder.Host(engine);
        string Ask() => ScriptsFolder.Ask(scripts, "MAIN");
        folder.Write("MAIN", "while true do end");
        Assert.StartsWith("MAIN/notify.lua line 1: ran longer", Ask(), StringComparison.Ordinal);
        var loads = engine.Loads;
        for (var i = 0; i < 1_000; i++)
            Ask();
        for (var seconds = 0; seconds < 50; seconds += 2)
        {
            folder.Wait();
            Ask();
        }

        Assert.Equal(loads, engine.Loads);
        folder.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.StartsWith("MAIN/notify.lua line 1: ran longer", Ask(), StringComparison.Ordinal);
        Assert.InRange(engine.Loads, loads + 1, 2 * loads);
        folder.Write("MAIN", "function RoutingDelay() return 1 end");
        folder.Wait();
        Assert.StartsWith("1 by", Ask(), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_threads_ask_many_sites_while_their_scripts_are_edited()
    {
        for (var site = 0; site < 4; site++)
            folder.Write($"S{site}", $"function RoutingDelay(request) return {site} * 1000 + request.TransactionNumber end");
        Parallel.For(0, 4_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var site = i % 4;
            if (i % 200 == 0)
            {
                folder.Replace($"S{site}", $"function RoutingDelay(request) return {site} * 1000 + request.TransactionNumber end -- {i}");
                folder.Wait();
            }

            Assert.StartsWith($"{(site * 1000) + (i % 100)} by S{site}/notify.lua v", folder.Ask($"S{site}", Lua.Request(("TransactionNumber", i % 100))), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Asking_after_the_end_of_a_request_does_not_keep_it()
    {
        folder.Write("MAIN", "function RoutingDelay(request) return request.LoanTitle end");
        Assert.False(AskAndForget().TryGetTarget(out _));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private WeakReference<ScriptTable> AskAndForget()
    {
        var kept = Asked();
        GC.Collect();
        return kept;
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private WeakReference<ScriptTable> Asked()
    {
        var request = Lua.Request();
        folder.Ask("MAIN", request);
        return new WeakReference<ScriptTable>(request);
    }

    /// <summary>The engine that is compiled in, which counts what it loads.</summary>
    private sealed class CountingEngine : IScriptEngine
    {
        private int loads;

        public int Loads => loads;

        public string Name => Lua.Engine.Name;

        public EngineUse Use => Lua.Engine.Use;

        public ScriptLoad Load(ScriptSource source, ScriptLimits limits)
        {
            Interlocked.Increment(ref loads);
            return Lua.Engine.Load(source, limits);
        }
    }
}
