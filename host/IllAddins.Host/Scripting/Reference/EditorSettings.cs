using System.Text.Encodings.Web;
using System.Text.Json;
using IllAddins.Host.Scripting.Libraries;

namespace IllAddins.Host.Scripting.Reference;

/// <summary>Writes the settings of the Lua language server for the scripts folder.</summary>
internal static class EditorSettings
{
    /// <summary>The libraries that the server would offer by itself; those that scripts have are described by the stub, in their safe forms.</summary>
    private static readonly string[] Builtin =
    [
        "basic", "bit", "bit32", "coroutine", "debug", "ffi", "io", "jit", "jit.profile", "jit.util",
        "math", "os", "package", "string", "string.buffer", "table", "table.clear", "table.new", "utf8",
    ];

    /// <summary>Where <c>require</c> looks, below the scripts folder.</summary>
    private static readonly string[] Required = [$"{ScriptLibraries.Folder}/?.lua"];

    private static readonly string[] Described = ["types"];

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write() => JsonSerializer.Serialize(
        new Dictionary<string, object>
        {
            ["runtime.version"] = "Lua 5.4",
            ["runtime.path"] = Required,
            ["runtime.builtin"] = Builtin.ToDictionary(name => name, _ => "disable"),
            ["workspace.library"] = Described,
            ["workspace.checkThirdParty"] = false,
        },
        Json) + "\n";
}
