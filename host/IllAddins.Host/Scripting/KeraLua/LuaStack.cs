using System.Buffers;
using System.Text;

namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>Moves values between .NET and a state's stack.</summary>
internal static unsafe class LuaStack
{
    private const int OnStack = 512;

    public static void Push(nint state, ReadOnlySpan<byte> text)
    {
        // Lua wants a pointer even to an empty text.
        fixed (byte* bytes = text.IsEmpty ? " "u8 : text)
            LuaNative.PushText(state, bytes, (nuint)text.Length);
    }

    public static void Push(nint state, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = most > OnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        var bytes = rented ?? stackalloc byte[OnStack];
        Push(state, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>The bytes of a text, valid while it stays on the stack; empty where the value is no text or number.</summary>
    public static ReadOnlySpan<byte> Bytes(nint state, int index)
    {
        nuint length = 0;
        var bytes = LuaNative.ToText(state, index, &length);
        return bytes == null ? default : new ReadOnlySpan<byte>(bytes, (int)length);
    }

    /// <summary>A text as .NET has it; bytes that are no UTF-8 become replacement characters, and what goes beyond the most bytes is left out.</summary>
    public static string Text(nint state, int index, int most = int.MaxValue)
    {
        var bytes = Bytes(state, index);
        return Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, most)]);
    }

    public static bool IsText(nint state, int index) => LuaNative.TypeOf(state, index) is LuaType.Text or LuaType.Number;

    /// <summary>A whole number, also one written as a float or a text; null where the value is none.</summary>
    public static long? Integer(nint state, int index)
    {
        int fits;
        var value = LuaNative.ToInteger(state, index, &fits);
        return fits != 0 ? value : null;
    }

    /// <summary>Pushes an entry of a table by its number; answers its type.</summary>
    public static int GetAt(nint state, int table, long index) => LuaNative.RawGetAt(state, table, index);

    /// <summary>Puts an entry of a table in the place of its key on the stack; answers its type.</summary>
    public static int Get(nint state, int table) => LuaNative.RawGet(state, table);

    public static void Drop(nint state, int count) => LuaNative.SetTop(state, -count - 1);

    /// <summary>What a function answered.</summary>
    public static ScriptAnswer Answer(ScriptCall call, nint state, int index)
    {
        var type = LuaNative.TypeOf(state, index);
        return type switch
        {
            LuaType.Nil => new ScriptAnswer.Value(null),
            LuaType.Boolean => new ScriptAnswer.Value(LuaNative.ToBoolean(state, index) != 0),
            LuaType.Number when LuaNative.IsInteger(state, index) != 0 => new ScriptAnswer.Value(LuaNative.ToInteger(state, index, null)),
            LuaType.Number => new ScriptAnswer.Value(LuaNative.ToNumber(state, index, null)),
            LuaType.Text => new ScriptAnswer.Value(Text(state, index)),
            LuaType.Mark when AnswerFunctions.Made(call, state, index) is { } made => made.Answer,
            _ => new ScriptAnswer.Unusable(LuaType.NameOf(type)),
        };
    }

    /// <summary>Pushes null, a text, a truth or a number; answers false, having pushed nothing, for anything else.</summary>
    public static bool TryPush(nint state, object? value)
    {
        switch (value)
        {
            case null:
                LuaNative.PushNil(state);
                return true;
            case string text:
                Push(state, text);
                return true;
            case bool truth:
                LuaNative.PushBoolean(state, truth ? 1 : 0);
                return true;
            case int number:
                LuaNative.PushInteger(state, number);
                return true;
            case long number:
                LuaNative.PushInteger(state, number);
                return true;
            case double number:
                LuaNative.PushNumber(state, number);
                return true;
            default:
                return false;
        }
    }
}
