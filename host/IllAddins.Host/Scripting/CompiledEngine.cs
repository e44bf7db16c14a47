namespace IllAddins.Host.Scripting;

/// <summary>The one Lua engine that the host was built with.</summary>
public static class CompiledEngine
{
    /// <param name="offers">What add-ins offer to scripts; null for nothing.</param>
    public static IScriptEngine Start(Offers.ScriptOffers? offers = null) =>
#if LUA_MOONSHARP
        new MoonSharp.MoonSharpEngine();
#else
        new KeraLua.KeraLuaEngine(offers ?? Offers.ScriptOffers.None);
#endif
}
