using IllAddins.Host.Scripting.Asked;

namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>The fields that a script was seen to read: put into its views before each call, which costs less than being asked for them one by one.</summary>
internal sealed class FilledFields(KeraLuaState state)
{
    /// <summary>A script that reads more of them is asked for the rest one by one.</summary>
    private const int Most = 24;

    private readonly nint lua = state.Pointer;
    private readonly List<FilledField> filled = [];

    /// <summary>Puts the fields of the question into the views; one that is as it was in the question before stays.</summary>
    public void Fill(AskedTables tables)
    {
        foreach (var field in filled)
        {
            var there = tables.TryRead(field.Asked, out var value);
            if (there == field.IsThere && Equals(value, field.Value))
                continue;
            Put(field.Content, field.Key, value, field.Asked.Name);
            // What the question has without a value is nil; what it lacks is asked for, and an error says so.
            Put(field.Nothing, field.Key, there && value is null ? true : null, field.Asked.Name);
            (field.IsThere, field.Value) = (there, value);
        }
    }

    /// <summary>Takes up the fields that were fetched in the last call.</summary>
    public void Learn(List<(int Table, string Name, int Inner)> fetched)
    {
        foreach (var (table, name, inner) in fetched)
        {
            var top = LuaNative.GetTop(lua);
            if (inner > 0)
                LearnTable(table, name, inner);
            else if (filled.Count < Most && !filled.Exists(known => known.Asked.Table == table && known.Asked.Name == name))
                filled.Add(new FilledField { Asked = new AskedField { Table = table, Name = name }, Content = Keep("contents", table), Nothing = Keep("nothings", table), Key = Keep(name) });
            LuaNative.SetTop(lua, top);
        }

        fetched.Clear();
    }

    // A table inside is the same view in every call.
    private void LearnTable(int table, string name, int inner)
    {
        PushTable("contents", table);
        LuaStack.Push(lua, name);
        state.PushOffer("view");
        LuaNative.PushInteger(lua, inner);
        state.Run(1, 1);
        LuaNative.RawSet(lua, -3);
    }

    private void Put(int table, int key, object? value, string field)
    {
        LuaStack.GetAt(lua, LuaNative.Registry, table);
        LuaStack.GetAt(lua, LuaNative.Registry, key);
        FieldFunctions.Push(lua, value, field);
        LuaNative.RawSet(lua, -3);
        LuaStack.Drop(lua, 1);
    }

    private int Keep(string offer, int table)
    {
        PushTable(offer, table);
        return LuaNative.Keep(lua, LuaNative.Registry);
    }

    private int Keep(string text)
    {
        LuaStack.Push(lua, text);
        return LuaNative.Keep(lua, LuaNative.Registry);
    }

    private void PushTable(string offer, int table)
    {
        state.PushOffer(offer);
        LuaStack.GetAt(lua, -1, table);
    }

    private sealed class FilledField
    {
        public required AskedField Asked { get; init; }

        /// <summary>Where the registry keeps the view's content, its fields without a value, and the name.</summary>
        public required int Content { get; init; }

        public required int Nothing { get; init; }

        public required int Key { get; init; }

        public bool IsThere { get; set; }

        /// <summary>What was put in last.</summary>
        public object? Value { get; set; }
    }
}
