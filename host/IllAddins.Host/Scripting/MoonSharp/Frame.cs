using System.Globalization;
using MoonSharp.Interpreter;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>One call of a function of ours: what it was given, and ways to answer. Places count from 1, as in Lua's messages.</summary>
internal readonly struct Frame(MoonSharpState state, ScriptExecutionContext context, CallbackArguments arguments, string name)
{
    public MoonSharpState State => state;

    public ScriptCall Call => state.Call;

    public ScriptExecutionContext Context => context;

    public int Count => arguments.Count;

    public DynValue this[int place] => place <= arguments.Count ? arguments[place - 1] : DynValue.Nil;

    public bool IsNil(int place) => this[place].IsNil();

    public bool Truth(int place) => this[place].CastToBool();

    /// <summary>A text, or a number in its place.</summary>
    public string Text(int place)
    {
        var value = this[place];
        return value.Type switch
        {
            DataType.String => value.String,
            DataType.Number => LuaNumber.Text(value.Number),
            _ => throw Expected(place, "string"),
        };
    }

    /// <summary>Any value as a text, without asking a metatable.</summary>
    public string Words(int place) => this[place].Type == DataType.UserData ? ByteText.Of(AnswerFunctions.Words(this, place)) : BasicFunctions.Words(this[place]);

    public double Number(int place) => LuaNumber.Of(this[place]) ?? throw Expected(place, "number");

    public double Number(int place, double otherwise) => IsNil(place) ? otherwise : Number(place);

    /// <summary>A whole number; one too great for 64 bits is taken for the greatest.</summary>
    public long Whole(int place)
    {
        var number = Number(place);
        return double.IsInteger(number) ? LuaNumber.Clamp(number) : throw Bad(place, "number has no integer representation");
    }

    public long Whole(int place, long otherwise) => IsNil(place) ? otherwise : Whole(place);

    public Table Table(int place) => this[place] is { Type: DataType.Table } value ? value.Table : throw Expected(place, "table");

    public ScriptRuntimeException Expected(int place, string type) => Bad(place, $"{type} expected, got {(place > Count ? "no value" : LuaKind.Of(this[place]))}");

    public ScriptRuntimeException Bad(int place, string why) => new($"bad argument #{place.ToString(CultureInfo.InvariantCulture)} to '{name}' ({why})");

    /// <summary>Stops the script where so many characters more are not its to hold.</summary>
    public void Claim(long characters)
    {
        if (characters * sizeof(char) > state.Watch.Room)
            state.Watch.StopTooLarge(context);
    }

    /// <summary>Answers false and a message, which the prelude raises.</summary>
    public static DynValue Fail(string message) => DynValue.NewTuple(DynValue.False, DynValue.NewString(ByteText.Of(message)));
}

/// <summary>Lua's names of the kinds of values.</summary>
internal static class LuaKind
{
    public static string Of(DynValue value) => Of(value.Type);

    public static string Of(DataType type) => type switch
    {
        DataType.Nil or DataType.Void => "nil",
        DataType.Boolean => "boolean",
        DataType.Number => "number",
        DataType.String => "string",
        DataType.Table => "table",
        DataType.Function or DataType.ClrFunction => "function",
        DataType.UserData => Answers.ScriptValue.AnswerType,
        _ => "value",
    };
}
