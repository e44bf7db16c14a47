using System.Text;
using IllAddins.Host.Scripting.Patterns;
using MoonSharp.Interpreter;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>The host's side of find, match, gmatch and gsub.</summary>
internal static class PatternFunctions
{
    /// <summary>text, pattern, init, plain -> nil | first, last, captures | false, message</summary>
    public static DynValue Find(Frame frame)
    {
        var (text, pattern) = (frame.State.Bytes(frame.Text(1), 0), frame.State.Bytes(frame.Text(2), 1));
        var from = Search.From(frame.Whole(3), text.Length);
        if (from > text.Length)
            return DynValue.Nil;
        if (!frame.Truth(4) && !PlainSearch.IsPlain(pattern))
            return Look(frame, text, pattern, from, -1, anchors: true, whole: 0, most: Capture.Most);
        var at = PlainSearch.Find(text, pattern, from, frame.Call.Limits.PatternSteps);
        if (at == PlainSearch.TooLong)
            return Frame.Fail(Search.TooManySteps(frame.Call));
        return at < 0 ? DynValue.Nil : DynValue.NewTuple(DynValue.NewNumber(at + 1), DynValue.NewNumber(at + pattern.Length));
    }

    /// <summary>text, pattern, init, the place after the last match or -1, anchors, how many values at most -> nil | first, last, values | false, message</summary>
    public static DynValue Scan(Frame frame)
    {
        var (text, pattern) = (frame.State.Bytes(frame.Text(1), 0), frame.State.Bytes(frame.Text(2), 1));
        var last = frame.Whole(4);
        return Look(frame, text, pattern, Search.From(frame.Whole(3), text.Length), last < 0 ? -1 : (int)last - 1, frame.Truth(5), whole: 1, (int)frame.Whole(6));
    }

    /// <summary>text, pattern, replacement, most -> text, count | false, message</summary>
    public static DynValue Replace(Frame frame)
    {
        var text = frame.State.Bytes(frame.Text(1), 0);
        if (Search.Take(frame.Call, frame.State.Bytes(frame.Text(2), 1), anchors: true) is not { } pattern)
            return Frame.Fail(Search.PatternTooLong);
        Span<Capture> captures = stackalloc Capture[Capture.Most];
        var run = new PatternRun(text, pattern, captures, frame.Call.Limits.PatternSteps);
        var output = frame.Call.Output;
        output.Begin(frame.State.Watch.Room / 2);
        var count = PatternReplacement.Write(ref run, text, Encoding.Latin1.GetBytes(frame.Text(3)), frame.Whole(4), output, out var fault);
        if (output.IsFull)
            frame.State.Watch.StopTooLarge(frame.Context);
        if (fault is not null)
            return Frame.Fail(fault);
        var written = ByteText.Of(output.Written);
        output.Release();
        return DynValue.NewTuple(DynValue.NewString(written), DynValue.NewNumber(count));
    }

    private static DynValue Look(Frame frame, byte[] text, byte[] written, int from, int notEnding, bool anchors, int whole, int most)
    {
        if (Search.Take(frame.Call, written, anchors) is not { } pattern)
            return Frame.Fail(Search.PatternTooLong);
        Span<Capture> captures = stackalloc Capture[Capture.Most];
        var run = new PatternRun(text, pattern, captures, frame.Call.Limits.PatternSteps);
        if (!run.Find(from, notEnding))
            return run.Fault is { } fault ? Frame.Fail(fault) : DynValue.Nil;
        var values = Search.Values(in run, whole, most);
        // Captures within captures take the same text many times.
        frame.Claim((long)values * (run.End - run.Start));
        var found = new DynValue[values + 2];
        (found[0], found[1]) = (DynValue.NewNumber(run.Start + 1), DynValue.NewNumber(run.End));
        for (var i = 0; i < values; i++)
            found[i + 2] = Value(text, run.Value(i));
        return run.Fault is { } wrong ? Frame.Fail(wrong) : DynValue.NewTuple(found);
    }

    public static DynValue Value(byte[] text, Capture value) => value.Length == Capture.Position
        ? DynValue.NewNumber(value.Start + 1)
        : DynValue.NewString(ByteText.Of(text.AsSpan(value.Start, Math.Max(value.Length, 0))));
}
