using System.Text;
using IllAddins.Host.Scripting.Reference;

namespace IllAddins.Host.Scripting;

/// <summary>The Lua texts that make the sandbox out of an engine's library, in the order in which they run.</summary>
/// <remarks>Each is called with the host's functions, Lua's own library and the library that scripts see.</remarks>
internal static class PreludeText
{
    private static readonly string[] Names = ["walking", "sealing", "basics", "texts", "tables", "times", "asking", "answering", "requiring", "offering"];

    public static IReadOnlyList<(string Name, byte[] Text)> Chunks { get; } = [.. Names.Select(name => (name, Read(name))), ("listed", Listed()), ("listing", Read("listing"))];

    // The names of the one list; none holds a character that Lua's texts would have to escape.
    private static byte[] Listed()
    {
        var text = new StringBuilder("local host = ...\nhost.listed = {\n");
        foreach (var library in ScriptApi.Libraries.Prepend(""))
            text.Append($"  [\"{library}\"] = {{ {string.Join(", ", ScriptApi.In(library).Select(name => $"{name} = true"))} }},\n");
        return Encoding.UTF8.GetBytes(text.Append("}\n").ToString());
    }

    /// <summary>One of the Lua texts that the host carries.</summary>
    public static byte[] Read(string name)
    {
        using var stream = typeof(PreludeText).Assembly.GetManifestResourceStream($"IllAddins.Host.Scripting.Prelude.{name}.lua")
            ?? throw new InvalidOperationException($"The host was built without its Lua text '{name}'.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
