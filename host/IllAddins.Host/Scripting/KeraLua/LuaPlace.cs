namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>Where in the script a state is working.</summary>
internal static unsafe class LuaPlace
{
    private const int DeepestLooked = 50;

    /// <summary>The innermost line that belongs to the script and not to the prelude; zero where there is none.</summary>
    public static int Line(nint state)
    {
        LuaFrame frame = default;
        fixed (byte* what = "Sl\0"u8)
        {
            for (var level = 0; level < DeepestLooked && LuaNative.GetFrame(state, level, &frame) != 0; level++)
            {
                _ = LuaNative.Describe(state, what, &frame);
                if (frame.CurrentLine > 0 && !IsHost(&frame))
                    return frame.CurrentLine;
            }
        }

        return 0;
    }

    /// <summary>Whether a described frame belongs to the prelude.</summary>
    public static bool IsHost(LuaFrame* frame) => new ReadOnlySpan<byte>(frame->Source, (int)frame->SourceLength).SequenceEqual("=host"u8);
}
