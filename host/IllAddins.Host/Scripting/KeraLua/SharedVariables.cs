namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>The local variables outside a script's functions, which the functions could change; compared after each call with what they were.</summary>
internal sealed unsafe class SharedVariables(nint lua)
{
    private (int Owner, int Place, int Value, string Name)[] variables = [];

    /// <summary>Takes the prelude's three lists that end at a place of the stack: owners, places and names.</summary>
    public void Take(int top)
    {
        var (owners, places, names) = (top - 2, top - 1, top);
        variables = new (int, int, int, string)[(int)LuaNative.RawLength(lua, owners)];
        for (var i = 0; i < variables.Length; i++)
        {
            LuaStack.GetAt(lua, names, i + 1);
            LuaStack.GetAt(lua, places, i + 1);
            var (place, name) = ((int)LuaStack.Integer(lua, -1)!, LuaStack.Text(lua, -2));
            LuaStack.GetAt(lua, owners, i + 1);
            LuaNative.GetUpvalue(lua, -1, place);
            var value = LuaNative.Keep(lua, LuaNative.Registry);
            variables[i] = (LuaNative.Keep(lua, LuaNative.Registry), place, value, name);
            LuaNative.SetTop(lua, top);
        }
    }

    /// <summary>The name of a variable that is no longer what it was; null where all are.</summary>
    public string? Changed()
    {
        var top = LuaNative.GetTop(lua);
        foreach (var (owner, place, value, name) in variables)
        {
            LuaStack.GetAt(lua, LuaNative.Registry, owner);
            LuaNative.GetUpvalue(lua, -1, place);
            LuaStack.GetAt(lua, LuaNative.Registry, value);
            var same = LuaNative.RawEqual(lua, -1, -2) != 0 || (IsNaN(-1) && IsNaN(-2));
            LuaNative.SetTop(lua, top);
            if (!same)
                return name;
        }

        return null;
    }

    private bool IsNaN(int index) =>
        LuaNative.TypeOf(lua, index) == LuaType.Number && double.IsNaN(LuaNative.ToNumber(lua, index, null));
}
