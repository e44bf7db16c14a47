using System.Runtime.InteropServices;

namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>Lua 5.4's <c>lua_Debug</c>, of which the source and the line are read.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LuaFrame
{
    public int Event;
    public byte* Name;
    public byte* NameKind;
    public byte* Kind;
    public byte* Source;
    public nuint SourceLength;
    public int CurrentLine;
    public int FirstLine;
    public int LastLine;

    // Counts, flags, the short source and a pointer of the library's own: 80 bytes, with room to spare.
    private fixed byte rest[128];
}
