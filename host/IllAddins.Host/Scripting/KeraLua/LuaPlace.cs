using System.Runtime.InteropServices;

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
                var source = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(frame.Source);
                if (frame.CurrentLine > 0 && !source.SequenceEqual("=host"u8))
                    return frame.CurrentLine;
            }
        }

        return 0;
    }
}
