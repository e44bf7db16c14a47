using System.Text.Json;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Import;

/// <summary>The elements of a JSON array, read one by one from a stream of any length.</summary>
internal sealed class JsonElements(CheckedUtf8 text)
{
    private const int LongestElement = 16 * 1024 * 1024;

    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private bool ended;
    private long line = 1;
    private JsonReaderState state;
    private bool opened;

    /// <summary>The line at which the element begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The element's bytes; good until the next step.</summary>
    public ReadOnlyMemory<byte> Element { get; private set; }

    /// <summary>Why the array cannot be read on; null while it can.</summary>
    public FieldProblem? Problem { get; private set; }

    /// <summary>Goes to the next element.</summary>
    /// <returns>False after the last one, and where there is a <see cref="Problem"/>.</returns>
    public bool Next()
    {
        while (true)
        {
            switch (Step())
            {
                case Found.Element:
                    return true;
                case Found.End:
                    return false;
                case Found.NeedsMore when !More():
                    return false;
                default:
                    break;
            }
        }
    }

    private Found Step()
    {
        var reader = new Utf8JsonReader(buffer.AsSpan(start..end), ended, state);
        try
        {
            return Step(ref reader);
        }
        catch (JsonException fault)
        {
            Line = (fault.LineNumber ?? 0) + 1;
            Problem = new FieldProblem
            {
                Found = $"text that is not JSON, at byte {(fault.BytePositionInLine ?? 0) + 1} of the line",
                Expected = "an array of objects to its end: [{...}, {...}]",
                Remedy = "Mend the file and import it again; what stands before this line has been read.",
            };
            return Found.End;
        }
    }

    private Found Step(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
            return ended ? Found.End : Found.NeedsMore;
        if (!opened || reader.TokenType == JsonTokenType.EndArray)
        {
            opened = true;
            Take(reader.BytesConsumed, reader.CurrentState);
            return Found.Mark;
        }

        var first = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
            return Found.NeedsMore;
        Line = line + buffer.AsSpan(start, first).Count((byte)'\n');
        Element = buffer.AsMemory((start + first)..(start + (int)reader.BytesConsumed));
        Take(reader.BytesConsumed, reader.CurrentState);
        return Found.Element;
    }

    private void Take(long bytes, JsonReaderState after)
    {
        line += buffer.AsSpan(start, (int)bytes).Count((byte)'\n');
        start += (int)bytes;
        state = after;
    }

    private bool More()
    {
        if (end - start > LongestElement)
        {
            Line = line;
            Problem = new FieldProblem { Found = "an element of more than 16 MB", Expected = "one object for each row" };
            return false;
        }

        var next = end - start > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
        buffer.AsSpan(start..end).CopyTo(next);
        (buffer, end, start) = (next, end - start, 0);
        var read = text.Read(buffer.AsSpan(end));
        end += read;
        ended = read == 0;
        return true;
    }

    private enum Found
    {
        Element,
        Mark,
        NeedsMore,
        End,
    }
}
