using System.Text;
using IllAddins.Host.Scripting.Libraries;

namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>The host's side of <c>require</c>.</summary>
internal static unsafe class LibraryFunctions
{
    /// <summary>name, environment -> the library as a function | false, message</summary>
    public static int Compile(LuaCall call, nint state)
    {
        if (call.Clock is not null)
            return HostFunctions.Fail(state, "require loads libraries while the script is loaded, not inside a function. Write it at the top: local couriers = require(\"couriers\")");
        var name = call.Name(LuaStack.Bytes(state, 1));
        if (call.Libraries.Find(name, out var missing) is not { } source)
            return HostFunctions.Fail(state, missing!);
        if (call.Loaded.Count >= ScriptLibraries.Most)
            return HostFunctions.Fail(state, $"more than {ScriptLibraries.Most} libraries are loaded");
        if (source.Fault(call.Limits) is { } unfit)
            return HostFunctions.Fail(state, unfit.ToString());
        call.Loaded.Add(name);
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
