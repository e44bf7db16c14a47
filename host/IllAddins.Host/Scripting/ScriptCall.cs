using System.Runtime.ExceptionServices;
using System.Text;
using IllAddins.Host.Scripting.Answers;
using IllAddins.Host.Scripting.Libraries;
using IllAddins.Host.Scripting.Offers;
using IllAddins.Host.Scripting.Patterns;

namespace IllAddins.Host.Scripting;

/// <summary>What the host's functions work with for one loaded script, in one call and from call to call; the same on every engine.</summary>
internal sealed class ScriptCall(ScriptLimits limits, ScriptLibraries libraries, ScriptOffers? offers = null)
{
    private const int MostNames = 1_000;

    /// <summary>Longer than any field's name, in bytes.</summary>
    private const int LongestName = 256;

    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public ScriptLimits Limits { get; } = limits;

    public ScriptLibraries Libraries { get; } = libraries;

    /// <summary>What add-ins offer.</summary>
    public ScriptOffers Offers { get; } = offers ?? ScriptOffers.None;

    /// <summary>What add-ins answered in this call, in order; a second run of the same call is given the same.</summary>
    public List<OfferedAnswer> Told { get; } = [];

    /// <summary>The place of the next answer in <see cref="Told"/> while a call is run a second time; null while it is run for the first.</summary>
    public int? Retold { get; set; }

    /// <summary>How an add-in failed in this call; null where none did.</summary>
    public string? AddinFailed { get; set; }

    /// <summary>The names of the libraries that were loaded.</summary>
    public List<string> Loaded { get; } = [];

    public PatternShelf Patterns { get; } = new();

    public BoundedOutput Output { get; } = new();

    public AskedTables Tables { get; } = new();

    /// <summary>The fields that were fetched in this call one by one, and the numbers of those that are tables, else 0; a field that is read twice stands there twice.</summary>
    public List<(int Table, string Name, int Inner)> Fetched { get; } = [];

    public MadeAnswers Made { get; } = new();

    /// <summary>Room for what a constructor is given.</summary>
    public ScriptValue[] Arguments { get; } = new ScriptValue[AnswerConstructor.MostArguments];

    public ScriptLog Log { get; } = new();

    /// <summary>What the script asked of a function that could not be, and the line; nothing of the call counts then. Null where all was well.</summary>
    public (string Message, ChunkLine? Place)? Misused { get; set; }

    /// <summary>Null while the script is loaded.</summary>
    public SiteClock? Clock { get; private set; }

    /// <summary>What one of the host's functions threw: carried past the engine's frames and thrown again behind them.</summary>
    public ExceptionDispatchInfo? Broken { get; set; }

    /// <summary>Makes an answer of what <see cref="Arguments"/> holds and gives its number; null where that cannot be, with the message.</summary>
    public int? Make(AnswerConstructor constructor, out string? fault)
    {
        if (constructor.Make(Arguments, out fault) is not { } made)
            return null;
        var number = Made.Add(made);
        if (number is null)
            fault = $"more than {MadeAnswers.Most} answers such as {constructor.Example} were made in one call. Make them outside of loops.";
        return number;
    }

    /// <summary>Takes a library to be loaded; null where that cannot be, with the message.</summary>
    public ScriptSource? TakeLibrary(string name, out string? fault)
    {
        fault = "require loads libraries while the script is loaded, not inside a function. Write it at the top: local couriers = require(\"couriers\")";
        if (Clock is not null || Libraries.Find(name, out fault) is not { } source)
            return null;
        fault = Loaded.Count >= ScriptLibraries.Most ? $"more than {ScriptLibraries.Most} libraries are loaded" : source.Fault(Limits)?.ToString();
        if (fault is not null)
            return null;
        Loaded.Add(name);
        return source;
    }

    public void Begin(ScriptTable argument, SiteClock clock)
    {
        Tables.Begin(argument);
        (Clock, AddinFailed) = (clock, null);
    }

    public void End()
    {
        Tables.End();
        Fetched.Clear();
        Made.Forget();
        Told.Clear();
        Clock = null;
    }

    /// <summary>A field's name as a string that is made once; one that is too long is cut, and is then no field's.</summary>
    public string Name(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LongestName)
            return Encoding.UTF8.GetString(bytes[..LongestName]) + "...";
        Span<char> letters = stackalloc char[LongestName];
        letters = letters[..Encoding.UTF8.GetChars(bytes, letters)];
        var known = names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(letters, out var name))
            return name;
        if (names.Count >= MostNames)
            names.Clear();
        names.Add(name = letters.ToString());
        return name;
    }
}
