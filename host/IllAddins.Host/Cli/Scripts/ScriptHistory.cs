using System.Globalization;
using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.Versions;

namespace IllAddins.Host.Cli.Scripts;

/// <summary>The versions of a place, for a terminal and for a machine.</summary>
/// <param name="Place">Whose script it is.</param>
/// <param name="State">Where it stands; null where it never had a file.</param>
/// <param name="Versions">The newest first.</param>
/// <param name="Parked">Why it is not asked; null where it is.</param>
/// <param name="Decides">What decides for the site, e.g. <c>default/notify.lua v2</c>.</param>
public sealed record ScriptHistory(NamedPlace Place, PlaceState? State, IReadOnlyList<StoredVersion> Versions, string? Parked, string Decides)
{
    private const int HashDigits = 8;

    public IEnumerable<string> Lines()
    {
        yield return State is { HasText: true } ? $"{Decides} {(Parked is null ? "decides" : "is live, but is not asked")}."
            : Decides == ScriptVersion.None.ToString() ? $"{Place.Place} has no script: the site's default delay and the default templates hold."
            : State is { Live: null } ? $"{Place.Place} never had a script that may decide: its requests are held."
            : $"{Place.Place} has no script of its own: {Decides} decides.";
        if (State?.Refusal is { } why)
            yield return $"NOT LIVE  the {(State!.RefusesLibraries ? "library" : "file")} on disk, since {Place.Local(State.RefusedAt!)}: {why}";
        if (Parked is not null)
            yield return $"PARKED    {Parked}";
        if (Versions.Count == 0)
            yield break;
        var width = Math.Max("By".Length, Versions.Max(version => version.PublishedBy.Length));
        yield return $"  No.  Published            {"By".PadRight(width)}  Hash      Note";
        foreach (var version in Versions)
            yield return $"{(version.Number == State?.Live ? "*" : " ")} {version.Number.ToString(CultureInfo.InvariantCulture),-4} {Place.Local(version.PublishedAt)}  "
                + $"{version.PublishedBy.PadRight(width)}  {Short(version).PadRight(HashDigits)}  {version.Note}".TrimEnd();
    }

    public object Json() => new
    {
        Site = Place.Place,
        State?.File,
        Live = State is { HasText: true } ? State.Live : null,
        Decides,
        Parked = State?.ParkedAt is null ? null : new { Since = State.ParkedAt, Fault = State.ParkedFault, State.LastWorked, Message = Parked },
        Refused = State?.Refusal is { } why ? new { Since = State.RefusedAt, why.Line, why.Message } : null,
        Versions = Versions.Select(version => Json(version, withText: false)),
    };

    /// <summary>A version for a machine.</summary>
    public static object Json(StoredVersion version, bool withText) => withText
        ? new { version.Number, Hash = version.WholeHash, By = version.PublishedBy, At = version.PublishedAt, version.Note, version.Worked, version.Removed, Libraries = Names(version), version.Text }
        : new { version.Number, Hash = version.WholeHash, By = version.PublishedBy, At = version.PublishedAt, version.Note, version.Worked, version.Removed, Libraries = Names(version) };

    private static string Short(StoredVersion version) => version.Removed ? "removed" : version.WholeHash[..HashDigits];

    private static IEnumerable<string> Names(StoredVersion version) => version.Libraries.Select(library => library.Name);
}
