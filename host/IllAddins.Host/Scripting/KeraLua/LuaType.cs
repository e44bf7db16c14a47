namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>Lua's numbers for the types of values.</summary>
internal static class LuaType
{
    public const int None = -1;
    public const int Nil = 0;
    public const int Boolean = 1;

    /// <summary>A number in the guise of a pointer: what a constructor made.</summary>
    public const int Mark = 2;

    public const int Number = 3;
    public const int Text = 4;
    public const int Table = 5;
    public const int Function = 6;

    public static string NameOf(int type) => type switch
    {
        Nil => "nil",
        Boolean => "boolean",
        Mark => Answers.ScriptValue.AnswerType,
        Number => "number",
        Text => "string",
        Table => "table",
        Function => "function",
        _ => "value",
    };
}
