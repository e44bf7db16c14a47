using IllAddins.Host.Scripting.Patterns;
using MoonSharp.Interpreter;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>What lies under the prelude, and the prelude.</summary>
internal static class Floor
{
    public static IReadOnlyList<(string Name, string Text)> Chunks { get; } =
        [.. PreludeText.Chunks.Prepend(("floor", PreludeText.Read("floor"))).Select(chunk => (chunk.Item1, ByteText.Of(chunk.Item2)))];

    /// <summary>Lua's own string.match, which the prelude uses before it has made the script's.</summary>
    public static DynValue Match(Frame frame)
    {
        var text = frame.State.Bytes(frame.Text(1), 0);
        Span<Capture> captures = stackalloc Capture[Capture.Most];
        var run = new PatternRun(text, Search.Take(frame.Call, frame.State.Bytes(frame.Text(2), 1), anchors: true)!, captures, frame.Call.Limits.PatternSteps);
        if (!run.Find(0))
            return DynValue.Nil;
        var found = new DynValue[Search.Values(in run, whole: 1, Capture.Most)];
        for (var i = 0; i < found.Length; i++)
            found[i] = PatternFunctions.Value(text, run.Value(i));
        return DynValue.NewTuple(found);
    }
}
