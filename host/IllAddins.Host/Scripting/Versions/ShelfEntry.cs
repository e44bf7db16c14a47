using System.Globalization;

namespace IllAddins.Host.Scripting.Versions;

/// <summary>A place as it stood at one look: its live version, asked until it is parked, or the fault that keeps it from having one.</summary>
internal sealed class ShelfEntry
{
    /// <summary>What failed because of an add-in is decided again after this.</summary>
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMinutes(1);

    private readonly VersionStore versions;
    private readonly TimeProvider time;
    private readonly Fortune fortune;

    public ShelfEntry(PlaceState state, LiveScript? script, VersionStore versions, TimeProvider time)
        : this(state, script, versions, time, new Fortune { Faults = state.Faults, Parked = script is null ? null : ParkedWords(state, script.Version) })
    {
    }

    private ShelfEntry(PlaceState state, LiveScript? script, VersionStore versions, TimeProvider time, Fortune fortune) =>
        (State, Script, this.versions, this.time, this.fortune) = (state, script, versions, time, fortune);

    public PlaceState State { get; }

    /// <summary>Null where there is no text that decides.</summary>
    public LiveScript? Script { get; }

    /// <summary>Whether this place decides for its site: by its script, or by holding the requests for want of one that works.</summary>
    public bool Decides => Script is not null || (State.Live is null && State.Refusal is not null);

    /// <summary>The same version at a later look.</summary>
    /// <param name="state">Where the place stands now.</param>
    public ShelfEntry At(PlaceState state)
    {
        // Unparked, perhaps by another process: it is counted anew.
        if (state.ParkedAt is null && fortune.Faults >= Fortune.MostFaults)
            fortune.Faults = 0;
        fortune.Parked = ParkedWords(state, Script!.Version);
        return new ShelfEntry(state, Script, versions, time, fortune);
    }

    /// <summary>Which text decides, and whether it is parked: decisions made under another answer are made again. It also changes some time after an add-in has
    /// failed that the script asked, as nobody will change the script for that.</summary>
    public string Mark()
    {
        if (Script is null)
            return Unpublished().ToString();
        fortune.BeginRound(failed => time.GetElapsedTime(failed) >= AgainAfter);
        return $"{Script.Version}{(fortune.Rounds == 0 ? "" : $", asked again {fortune.Rounds}")}{(Parked is null ? "" : ", parked")}";
    }

    public ScriptVersion Version() => Script?.Version ?? Unpublished();

    /// <summary>Asks the live version; a parked one is not asked.</summary>
    public ScriptSaid Ask(string function, ScriptTable argument, SiteClock clock)
    {
        if (Script is null)
            return new ScriptSaid(new ScriptAnswer.Fault(State.Refusal!));
        if (Parked is { } parked)
            return new ScriptSaid(new ScriptAnswer.Fault(parked));
        var said = Script.Ask(function, argument, clock);
        if (said.Answer is ScriptAnswer.Fault { Why.OfAddin: true })
            fortune.AddinFailed(time.GetTimestamp());
        else if (said.Answer is ScriptAnswer.Fault fault)
            Count(fault.Why);
        else if (said.Answer is ScriptAnswer.Unusable unusable)
            Count(new ScriptFault(State.File, said.Returned?.Number, $"{function} answered a {unusable.LuaType}"));
        else if (said.Answer is not ScriptAnswer.NoHook)
            fortune.Good();
        return said;
    }

    /// <summary>Keeps in the database how the version has fared.</summary>
    public void Keep()
    {
        if (Script is not null && fortune.Unkept(State.Faults, out var faults, out var worked))
            versions.Keep(State.Place, State.Live!.Value, faults, worked);
    }

    /// <summary>Why the script is not asked, with the way out; null where it is asked.</summary>
    public ScriptFault? Parked => fortune.Parked;

    private void Count(ScriptFault why)
    {
        if (fortune.Bad() < Fortune.MostFaults)
            return;
        versions.Park(State.Place, State.Live!.Value, why.ToString(), time.GetUtcNow());
        fortune.Parked = versions.Find(State.Place) is { } state && state.Live == State.Live ? ParkedWords(state, Script!.Version) : null;
    }

    private ScriptVersion Unpublished() => State.RefusedHash is { Length: > 8 } hash
        ? new ScriptVersion(State.File, hash[..8])
        : ScriptVersion.Unreadable(State.File);

    private static ScriptFault? ParkedWords(PlaceState state, ScriptVersion version)
    {
        if (state.ParkedAt is not { } at)
            return null;
        var since = StoredTime.Read(at).ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        var back = state.LastWorked is { } worked ? $"Version {worked} worked: scripts restore --site {state.Place} --version {worked}. Or m" : "M";
        return new ScriptFault(
            version.ToString(),
            null,
            $"parked since {since} after {Fortune.MostFaults} faults in a row, and asked no more. The last one: {state.ParkedFault}{(state.ParkedFault is [.., '.' or '?' or '!'] ? "" : ".")} "
            + $"{back}end the script, or have it asked again as it is: scripts unpark --site {state.Place}.");
    }
}
