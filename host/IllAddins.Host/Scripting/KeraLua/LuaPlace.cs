using System.Runtime.InteropServices;
using System.Text;

namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>Where in a script or one of its libraries a state is working.</summary>
/// <param name="Line">Zero where no line is known.</param>
/// <param name="Chunk">The name of the line's chunk, in Lua's own memory, where it stays as long as the state.</param>
internal readonly unsafe record struct LuaPlace(int Line, nint Chunk)
{
    private const int DeepestLooked = 50;

    /// <summary>With the name of its chunk; null for none.</summary>
    public ChunkLine? InWords() => Line == 0 ? null : new ChunkLine(Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)Chunk + 1)), Line);

    /// <summary>The innermost line that belongs to the script and not to the prelude.</summary>
    public static LuaPlace Now(nint state)
    {
        LuaFrame frame = default;
        for (var level = 0; level < DeepestLooked && LuaNative.GetFrame(state, level, &frame) != 0; level++)
            if (Of(state, &frame) is { Line: > 0 } place)
                return place;
        return default;
    }

    /// <summary>The place of a frame; none where the frame belongs to the prelude or to the library.</summary>
    public static LuaPlace Of(nint state, LuaFrame* frame)
    {
        fixed (byte* what = "Sl\0"u8)
            _ = LuaNative.Describe(state, what, frame);
        var isHost = new ReadOnlySpan<byte>(frame->Source, (int)frame->SourceLength).SequenceEqual("=host"u8);
        return frame->CurrentLine > 0 && !isHost ? new LuaPlace(frame->CurrentLine, (nint)frame->Source) : default;
    }
}
