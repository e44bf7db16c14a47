namespace IllAddins.Host.Scripting;

/// <summary>The one Lua engine that the host was built with.</summary>
public static class CompiledEngine
{
    public static IScriptEngine Start() =>
#if LUA_MOONSHARP
        new MoonSharp.MoonSharpEngine();
#else
        new KeraLua.KeraLuaEngine();
#endif
}
