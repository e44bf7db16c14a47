namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>The prelude as Lua compiles it; compiled once, as each script gets a state of its own.</summary>
internal static unsafe class CompiledPrelude
{
    public static IReadOnlyList<(string Name, byte[] Code)> Chunks { get; } = [.. PreludeText.Chunks.Select(chunk => (chunk.Name, Compile(chunk.Name, chunk.Text)))];

    /// <summary>Compiles in a state for this alone, with Lua's own string.dump.</summary>
    private static byte[] Compile(string name, byte[] text)
    {
        Meter meter = default;
        meter.End();
        var lua = LuaNative.NewState(&Meter.Allocate, &meter);
        fixed (byte* library = "string\0"u8)
            LuaNative.Require(lua, library, LuaNative.Export("luaopen_string"), 0);
        LuaStack.Push(lua, "dump"u8);
        LuaStack.Get(lua, 1);
        fixed (byte* bytes = text, chunk = "=host\0"u8, mode = "t\0"u8)
        {
            var done = LuaNative.Load(lua, bytes, (nuint)text.Length, chunk, mode) == LuaNative.Ok && LuaNative.Call(lua, 1, 1, 0, 0, 0) == LuaNative.Ok;
            var code = LuaStack.Bytes(lua, -1).ToArray();
            var wrong = done ? null : LuaStack.Text(lua, -1);
            LuaNative.Close(lua);
            return wrong is null ? code : throw new InvalidOperationException($"The host's Lua text '{name}' does not compile: {wrong}");
        }
    }
}
