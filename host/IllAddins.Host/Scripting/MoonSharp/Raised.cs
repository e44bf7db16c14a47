using MoonSharp.Interpreter;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>What a script raised: the engine's errors carry texts alone, so any other value waits here for whoever catches it.</summary>
internal sealed class Raised
{
    /// <summary>No text of a script holds a character beyond 255.</summary>
    private const string Mark = "\u0100";

    private DynValue value = DynValue.Nil;

    public static ScriptRuntimeException Exception(string text) => new(text) { DoNotDecorateMessage = true };

    public ScriptRuntimeException Keep(DynValue raised)
    {
        value = raised;
        return Exception(Mark);
    }

    /// <summary>The value behind the text of an error.</summary>
    public DynValue Take(DynValue text)
    {
        if (text is not { Type: DataType.String, String: Mark })
            return DynValue.NewString(ScriptErrors.WithoutPrelude(text.String));
        var taken = value;
        value = DynValue.Nil;
        return taken;
    }
}
