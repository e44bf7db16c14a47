namespace IllAddins.Host.Addins;

/// <summary>What a change of versions is, in words.</summary>
public static class AddinVersions
{
    /// <summary>E.g. <c>2.4.0 has taken over from 2.3.1, an upgrade</c>.</summary>
    public static string Replaced(string? before, string? after)
    {
        var order = Number(after).CompareTo(Number(before));
        return order > 0 ? AddinWords.Upgraded(after, before)
            : order < 0 ? AddinWords.Downgraded(after, before)
            : before == after ? AddinWords.FilesReplaced(after)
            : AddinWords.Replaced(after, before);
    }

    private static Version Number(string? version) => Version.TryParse(version?.Split('-', '+')[0], out var number) ? number : new Version();
}
