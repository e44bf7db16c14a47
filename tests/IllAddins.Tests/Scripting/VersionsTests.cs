using System.Text;
using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.Versions;

namespace IllAddins.Tests.Scripting;

public sealed class VersionsTests : IDisposable
{
    private const string Good = "function RoutingDelay() return 1 end";
    private const string Better = "function RoutingDelay() return 2 end";

    private readonly ScriptsFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("x = = 1", "MAIN/notify.lua line 1: unexpected symbol near '='")]
    [InlineData("RoutingDelay = 30", "MAIN/notify.lua: RoutingDelay is a number; it must be a function, written as: function RoutingDelay(request) ... end")]
    [InlineData("function RoutingDely() return 1 end", "MAIN/notify.lua: RoutingDely is never asked. Did you mean RoutingDelay?")]
    [InlineData(
        "local x = 1",
        "MAIN/notify.lua: defines none of the functions that are asked: RoutingDelay, ChooseTemplate. A function must be global, without 'local' before it")]
    [InlineData(" ", "MAIN/notify.lua: is empty. Write a function such as RoutingDelay(request) into it, or delete the file")]
    public void A_text_that_may_not_decide_is_never_made_live_and_admins_are_told(string bad, string why)
    {
        Edit(Good);
        Edit(bad);

        Assert.Equal("1 by MAIN/notify.lua v1", folder.Ask("MAIN"));
        Assert.Equal([$"{why}{(why.EndsWith('?') ? "" : ".")} The file is not live: MAIN/notify.lua v1 goes on deciding. Mend the file."], folder.Scripts.Troubles("MAIN"));
        Assert.Single(folder.Scripts.Versions.Of("MAIN"));
    }

    [Fact]
    public void A_refused_text_that_is_mended_or_taken_back_troubles_nobody_any_more()
    {
        Edit(Good);
        Edit("function");
        Edit(Good);
        Assert.Empty(folder.Scripts.Troubles("MAIN"));
        Edit("function");
        Edit(Better);

        Assert.Equal("2 by MAIN/notify.lua v2", folder.Ask("MAIN"));
        Assert.Empty(folder.Scripts.Troubles("MAIN"));
    }

    [Fact]
    public void A_site_that_never_had_a_good_version_is_held_and_never_falls_back_to_the_default()
    {
        folder.Write("default", Better);
        Edit("function RoutingDely() return 1 end");

        Assert.StartsWith("MAIN/notify.lua: RoutingDely is never asked. Did you mean RoutingDelay? by MAIN/notify.lua@", folder.Ask("MAIN"), StringComparison.Ordinal);
        Edit(Good);
        Assert.Equal("1 by MAIN/notify.lua v1", folder.Ask("MAIN"));
    }

    [Fact]
    public void A_deleted_file_is_a_version_and_the_default_decides()
    {
        folder.Write("default", Better);
        Edit(Good);
        File.Delete(folder.PathOf("MAIN"));
        folder.Wait();

        Assert.Equal("2 by default/notify.lua v1", folder.Ask("MAIN"));
        Assert.Equal(["2 removed: the file was deleted", "1 text: "], folder.Scripts.Versions.Of("MAIN").Select(version => $"{version.Number} {(version.Removed ? "removed" : "text")}: {version.Note}"));
        Edit(Good);
        Assert.Equal("1 by MAIN/notify.lua v3", folder.Ask("MAIN"));
    }

    [Fact]
    public void A_folder_of_scripts_that_is_not_there_deletes_nothing()
    {
        Edit(Good);
        Directory.Move(folder.Root, folder.Root + "-elsewhere");
        folder.Wait();

        Assert.Equal("1 by MAIN/notify.lua v1", folder.Ask("MAIN"));
        Assert.Equal(
            [$"scripts: the folder {folder.Root} does not exist. Create it, or name another one with --scripts. Until then MAIN/notify.lua v1 goes on deciding, as it is kept in the database."],
            folder.Scripts.Troubles("MAIN"));
    }

    [Fact]
    public void A_published_text_is_a_version_and_a_file()
    {
        Edit(Good);
        var outcome = Publish(Better, "ann", "two minutes");

        Assert.Equal(new PublishOutcome.Published(2, "MAIN/notify.lua"), outcome);
        Assert.Equal(Better, File.ReadAllText(folder.PathOf("MAIN")));
        Assert.Equal("2 by MAIN/notify.lua v2", folder.Ask("MAIN"));
        folder.Wait();
        Assert.Equal("2 by MAIN/notify.lua v2", folder.Ask("MAIN"));
        var stored = folder.Scripts.Versions.Version("MAIN", 2)!;
        Assert.Equal(("ann", "two minutes", Better, "2026-03-02T15:00:02.000Z"), (stored.PublishedBy, stored.Note, stored.Text, stored.PublishedAt));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Better))), stored.Hash);
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.Root, "MAIN"), "*.tmp"));
    }

    [Fact]
    public void A_published_text_that_may_not_decide_changes_nothing()
    {
        Edit(Good);
        var outcome = Assert.IsType<PublishOutcome.Refused>(Publish("function RoutingDelay(", "ann", ""));

        Assert.Equal(1, outcome.Why.Line);
        Assert.Equal(Good, File.ReadAllText(folder.PathOf("MAIN")));
        Assert.Single(folder.Scripts.Versions.Of("MAIN"));
    }

    [Fact]
    public void What_was_edited_on_disk_just_before_a_publication_is_kept_as_a_version()
    {
        Edit(Good);
        folder.Ask("MAIN");
        folder.Write("MAIN", "function RoutingDelay() return 7 end");

        Assert.Equal(new PublishOutcome.Published(3, "MAIN/notify.lua"), Publish(Better, "ann", ""));
        Assert.Equal(["ann", "file on disk", "file on disk"], folder.Scripts.Versions.Of("MAIN").Select(version => version.PublishedBy));
    }

    [Fact]
    public void A_restored_version_is_a_new_one_with_the_old_text()
    {
        Edit(Good);
        Edit(Better);

        Assert.Equal(new PublishOutcome.Published(3, "MAIN/notify.lua"), folder.Scripts.Publishing.Restore("MAIN", 1, "ann", "too slow"));
        Assert.Equal("1 by MAIN/notify.lua v3", folder.Ask("MAIN"));
        Assert.Equal(Good, File.ReadAllText(folder.PathOf("MAIN")));
        Assert.Equal("version 1 restored: too slow", folder.Scripts.Versions.Version("MAIN", 3)!.Note);
        Assert.IsType<PublishOutcome.Missing>(folder.Scripts.Publishing.Restore("MAIN", 9, "ann", ""));
    }

    [Fact]
    public void A_byte_order_mark_and_the_ends_of_lines_survive_a_restoration()
    {
        byte[] text = [.. Encoding.UTF8.Preamble, .. "-- Ünïcode\r\n"u8, .. Encoding.UTF8.GetBytes(Good)];
        Directory.CreateDirectory(Path.Combine(folder.Root, "MAIN"));
        File.WriteAllBytes(folder.PathOf("MAIN"), text);
        folder.Ask("MAIN");
        Edit(Better);
        folder.Scripts.Publishing.Restore("MAIN", 1, "ann", "");

        Assert.Equal(text, File.ReadAllBytes(folder.PathOf("MAIN")));
        folder.Wait();
        Assert.Equal("1 by MAIN/notify.lua v3", folder.Ask("MAIN"));
    }

    [Fact]
    public void Hosts_on_one_database_give_one_text_one_number()
    {
        Directory.CreateDirectory(Path.Combine(folder.Root, "MAIN"));
        var hosts = Enumerable.Range(0, 6).Select(_ => folder.Host()).ToList();
        for (var edit = 1; edit <= 10; edit++)
        {
            folder.Replace("MAIN", $"function RoutingDelay() return {edit} end");
            folder.Wait();
            var seen = hosts.AsParallel().WithDegreeOfParallelism(6).Select(host => host.VersionFor("MAIN").ToString()).ToList();
            Assert.All(seen, version => Assert.Equal($"MAIN/notify.lua v{edit}", version));
        }

        hosts.ForEach(host => host.Dispose());
        Assert.Equal(10, folder.Scripts.Versions.Of("MAIN").Count);
    }

    [Fact]
    public void A_host_finds_within_two_seconds_what_another_has_published()
    {
        Edit(Good);
        using var other = folder.Host();
        other.Publishing.Publish("MAIN", Encoding.UTF8.GetBytes(Better), "ann", "");

        Assert.Equal("1 by MAIN/notify.lua v1", folder.Ask("MAIN"));
        folder.Wait();
        Assert.Equal("2 by MAIN/notify.lua v2", folder.Ask("MAIN"));
    }

    private PublishOutcome Publish(string text, string by, string note) => folder.Scripts.Publishing.Publish("MAIN", Encoding.UTF8.GetBytes(text), by, note);

    // As an admin does it, and time goes by until it is seen.
    private void Edit(string text)
    {
        Directory.CreateDirectory(Path.Combine(folder.Root, "MAIN"));
        folder.Replace("MAIN", text);
        folder.Wait();
        folder.Ask("MAIN");
    }
}
