using System.Text.RegularExpressions;
using IllAddins.Host.Scripting.Asked;
using IllAddins.Host.Scripting.Reference;

namespace IllAddins.Host.Scripting;

/// <summary>Says what to write instead of a name that scripts for ILLiad, or for another Lua, take for granted and that there is not here.</summary>
internal static partial class ForeignNames
{
    private const string NoFiles = "A script reaches no files, programs, databases or network: it decides from the request alone.";
    private const string ReadOnly = "A script changes and moves nothing by itself: answer how long the request rests, a template, or Hold(\"why\").";
    private const string Asked = "Nothing is registered: the host asks RoutingDelay(request) and ChooseTemplate(request) about each request.";
    private const string Read = "Read fields from the request: request.LoanTitle, request.User.EMailAddress.";
    private const string Library = "A library is a file in scripts/lib that returns a table: local places = require(\"places\").";
    private const string ToLog = "Write log(\"words\"); 'scripts log' prints it.";
    private const string NoCode = "A script cannot load or look into code. " + Library;

    private static readonly Dictionary<string, string> Globals = new(StringComparer.Ordinal)
    {
        ["luanet"] = "A script does not reach .NET. " + Read,
        ["types"] = "A script does not reach .NET. " + Read,
        ["import"] = "A script does not reach .NET. " + Read,
        ["GetFieldValue"] = Read,
        ["SetFieldValue"] = ReadOnly,
        ["SaveDataSource"] = ReadOnly,
        ["ExecuteCommand"] = ReadOnly,
        ["Route"] = ReadOnly,
        ["AddNote"] = ReadOnly,
        ["AddHistory"] = ReadOnly,
        ["ProcessDataContexts"] = Asked,
        ["RegisterSystemEventHandler"] = Asked,
        ["RegisterFormEventHandler"] = Asked,
        ["GetInterfaceManager"] = "A script has no screens; an add-in has (addins/README.md).",
        ["AddonInfo"] = Library,
        ["DataMapping"] = Library,
        ["GetSetting"] = "Write the value into the script itself, or into a library in scripts/lib.",
        ["CreateManagedDatabaseConnection"] = NoFiles,
        ["LogDebug"] = ToLog,
        ["LogInfo"] = ToLog,
        ["LogWarn"] = ToLog,
        ["LogError"] = ToLog,
        ["LogFatal"] = ToLog,
        ["print"] = ToLog,
        ["io"] = NoFiles,
        ["package"] = Library,
        ["module"] = Library,
        ["dofile"] = NoCode,
        ["loadfile"] = NoCode,
        ["load"] = NoCode,
        ["loadstring"] = NoCode,
        ["debug"] = NoCode,
        ["setfenv"] = NoCode,
        ["getfenv"] = NoCode,
        ["getmetatable"] = "Keep the metatable in a local variable when you make it.",
        ["rawget"] = "Write t[key].",
        ["rawset"] = "Write t[key] = value.",
        ["coroutine"] = "Write a function that is called again, or a loop.",
        ["collectgarbage"] = "Leave it out: memory is given back by itself.",
        ["unpack"] = "Write table.unpack(list).",
    };

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["execute"] = NoFiles,
        ["getenv"] = NoFiles,
        ["getn"] = "Write #list.",
        ["maxn"] = "Write #list.",
        ["foreach"] = "Write for key, value in pairs(t) do ... end.",
        ["pow"] = "Write x ^ y.",
        ["mod"] = "Write x % y.",
        ["gfind"] = "Write string.gmatch(text, pattern).",
        ["random"] = "The same request must get the same answer: decide from its fields.",
    };

    /// <summary>What a script's text is going to stumble over once it is asked, in sentences.</summary>
    public static IEnumerable<ScriptFault> In(string file, string text) =>
        from written in WrittenNames.Of(text)
        where Globals.ContainsKey(written.Name)
        select new ScriptFault(file, written.Line, $"there is no {written.Name} here. {Globals[written.Name]}");

    /// <summary>A sentence that follows the engine's own words; empty where there is nothing to advise.</summary>
    /// <param name="message">The engine's message, without file and line.</param>
    public static string Advice(string message)
    {
        if (ForeignSigns.Advice(message) is { } advice)
            return $". {advice}";
        var nothing = NamedNothing().Match(message);
        if (!nothing.Success)
            return "";
        var (kind, name) = (nothing.Groups["kind"].Value, nothing.Groups["name"].Value);
        if (Globals.TryGetValue(name, out var known) || (kind == "field" && Fields.TryGetValue(name, out known)))
            return $". {known}";
        if (kind == "global")
            return NearestName.To(name, ScriptApi.In("")) is { } nearest ? $". Did you mean {nearest}?" : "";
        return RequestFields.Transaction.Concat(RequestFields.User).Any(field => field.Name == name)
            ? $". An empty field is nil: write (request.{(RequestFields.Transaction.Any(field => field.Name == name) ? "" : "User.")}{name} or \"\")."
            : "";
    }

    [GeneratedRegex(@"^attempt to .* a nil value \((?<kind>global|field) '(?<name>\w+)'\)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NamedNothing();
}
