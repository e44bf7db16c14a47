using System.Runtime.CompilerServices;
using MoonSharp.Interpreter;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>Keeps the engine from what a script writes into a metatable: it is given a copy of what both engines know.</summary>
/// <remarks>A table as <c>__call</c> would be followed in .NET for minutes where nothing can stop it, and <c>__iterator</c>, which only this engine has, without end.</remarks>
internal sealed class Metatables(Script script)
{
    private const string Call = "__call";

    private static readonly HashSet<string> Known =
    [
        "__index", "__newindex", Call, "__tostring", "__len", "__unm", "__concat", "__add", "__sub", "__mul", "__div", "__mod", "__pow", "__eq", "__lt", "__le", "__pairs", "__metatable", "__name",
    ];

    private readonly ConditionalWeakTable<Table, Table> copies = [];

    /// <summary>The copy of a metatable, always the same for the same one.</summary>
    public Table Of(Table written)
    {
        if (!copies.TryGetValue(written, out var copy))
        {
            copies.Add(written, copy = new Table(script));
            written.MetaTable ??= Follower(copy);
        }

        foreach (var name in Known)
            Put(copy, name, written.Get(name));
        return copy;
    }

    /// <summary>Lets the copy have what is put into the metatable later.</summary>
    private Table Follower(Table copy)
    {
        var meta = new Table(script);
        meta.Set("__newindex", DynValue.NewCallback((_, arguments) =>
        {
            arguments[0].Table.Set(arguments[1], arguments[2]);
            if (arguments[1] is { Type: DataType.String } name && Known.Contains(name.String))
                Put(copy, name.String, arguments[2]);
            return DynValue.Void;
        }));
        return meta;
    }

    private static void Put(Table copy, string name, DynValue value)
    {
        if (name == Call && !value.IsNil() && value.Type is not (DataType.Function or DataType.ClrFunction))
            throw new ScriptRuntimeException($"the __call of a metatable is a {LuaKind.Of(value)}; it must be a function");
        copy.Set(name, value);
    }
}
