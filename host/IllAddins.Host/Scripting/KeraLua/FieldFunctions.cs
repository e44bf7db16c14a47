namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>The host's side of the tables that a script is asked about.</summary>
internal static class FieldFunctions
{
    /// <summary>number, field, whether the script wants it by this name -> value | nil, number of a table inside | nil, nil, message</summary>
    public static int Read(ScriptCall call, nint state)
    {
        var number = (int)LuaStack.Integer(state, 1)!;
        var field = Field(call, state);
        if (LuaNative.TypeOf(state, 2) != LuaType.Text || !call.Tables.TryRead(number, field, out var value))
            return Missing(call, state, number, field);
        if (LuaNative.ToBoolean(state, 3) != 0)
            call.Fetched.Add((number, field, (value as AskedTables.Opened)?.Number ?? 0));
        if (value is AskedTables.Opened inner)
        {
            LuaNative.PushNil(state);
            LuaNative.PushInteger(state, inner.Number);
            return 2;
        }

        Push(state, value, field);
        return 1;
    }

    /// <summary>number, field -> message</summary>
    public static int Unchangeable(ScriptCall call, nint state)
    {
        LuaStack.Push(state, call.Tables.Unchangeable((int)LuaStack.Integer(state, 1)!, Field(call, state)));
        return 1;
    }

    /// <summary>number -> the names of all fields, in order</summary>
    public static int Names(ScriptCall call, nint state)
    {
        LuaNative.NewTable(state, 0, 0);
        var count = 0;
        foreach (var name in call.Tables.Names((int)LuaStack.Integer(state, 1)!))
        {
            LuaStack.Push(state, name);
            LuaNative.RawSetAt(state, -2, ++count);
        }

        return 1;
    }

    private static int Missing(ScriptCall call, nint state, int number, string field)
    {
        LuaNative.PushNil(state);
        LuaNative.PushNil(state);
        LuaStack.Push(state, call.Tables.Unknown(number, field));
        return 3;
    }

    private static string Field(ScriptCall call, nint state) =>
        LuaStack.IsText(state, 2) ? call.Name(LuaStack.Bytes(state, 2)) : $"[{LuaType.NameOf(LuaNative.TypeOf(state, 2))}]";

    public static void Push(nint state, object? value, string field)
    {
        if (!LuaStack.TryPush(state, value))
            throw new InvalidOperationException(AskedTables.Unfit(field, value!));
    }
}
