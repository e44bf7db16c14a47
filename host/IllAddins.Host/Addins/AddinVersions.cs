namespace IllAddins.Host.Addins;

/// <summary>What a change of versions is, in words.</summary>
public static class AddinVersions
{
    /// <summary>E.g. <c>2.4.0 has taken over from 2.3.1, an upgrade</c>.</summary>
    public static string Replaced(string? before, string? after)
    {
        var order = Number(after).CompareTo(Number(before));
        return order > 0 ? $"{after} has taken over from {before}, an upgrade"
            : order < 0 ? $"{after} has taken over from {before}, a downgrade"
            : before == after ? $"{after} was replaced by other files of the same version"
            : $"{after} has taken over from {before}";
    }

    private static Version Number(string? version) => Version.TryParse(version?.Split('-', '+')[0], out var number) ? number : new Version();
}
