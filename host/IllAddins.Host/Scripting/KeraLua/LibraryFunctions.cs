using System.Text;

namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>The host's side of <c>require</c>.</summary>
internal static unsafe class LibraryFunctions
{
    /// <summary>name, environment -> the library as a function | false, message</summary>
    public static int Compile(ScriptCall call, nint state)
    {
        if (call.TakeLibrary(call.Name(LuaStack.Bytes(state, 1)), out var fault) is not { } source)
            return HostFunctions.Fail(state, fault!);
        int status;
        fixed (byte* bytes = source.Text.Span, chunk = Encoding.UTF8.GetBytes($"={source.File}\0"), mode = "t\0"u8)
            status = LuaNative.Load(state, bytes, (nuint)source.Text.Length, chunk, mode);
        if (status != LuaNative.Ok)
            return HostFunctions.Fail(state, LuaStack.Text(state, -1));
        LuaNative.PushCopy(state, 2);
        LuaNative.SetUpvalue(state, -2, 1);
        return 1;
    }
}
