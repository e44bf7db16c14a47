namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>Lua's numbers for the types of values.</summary>
internal static class LuaType
{
    public const int Nil = 0;
    public const int Boolean = 1;
    public const int Number = 3;
    public const int Text = 4;
    public const int Table = 5;
    public const int Function = 6;

    public static string NameOf(int type) => type switch
    {
        Nil => "nil",
        Boolean => "boolean",
        Number => "number",
        Text => "string",
        Table => "table",
        Function => "function",
        _ => "value",
    };
}
