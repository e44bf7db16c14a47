using System.Text;
using IllAddins.Host.Scripting.Api;
using IllAddins.Host.Scripting.Asked;

namespace IllAddins.Host.Scripting.Reference;

/// <summary>Writes the list for the Lua language server, so that editors complete and check scripts.</summary>
internal static class StubText
{
    /// <summary>Lua's own libraries, whose classes the language server knows by these names.</summary>
    private const string OfLua = "lib";

    public static string Write(IReadOnlyList<ApiSection> offered)
    {
        var text = new StringBuilder("---@meta\n-- What a site script can use, for editors. Made by: scripts reference --write. Edits are lost; nothing here is run.\n");
        Fields(text, "Request", "A request that a script is asked about. Dates are texts on the site's clock such as \"2026-11-24T08:30:00\": a later one is the greater text.",
            [.. RequestFields.WorkedOut, .. RequestFields.Transaction]);
        Fields(text, "User", "The patron of a request.", RequestFields.User);
        Fields(text, "Site", "The site whose script is asked.", RequestFields.Site);
        foreach (var made in Made())
            text.Append($"\n---What {made} makes; a script can only return it.\n---@class {made}\n");
        foreach (var library in ScriptApi.Libraries)
            text.Append($"\n---@class {library}{(Made().Contains(library) ? "Functions" : OfLua)}\n{library} = {{}}\n");
        foreach (var group in offered.Select(section => ScriptApi.LibraryOf(section.Functions[0].Name)))
            text.Append($"\n---@class {group}Addin\n{group} = {{}}\n");
        foreach (var section in ScriptApi.Offered.Prepend(ScriptApi.Hooks).Concat(offered))
            Section(text, section);
        return text.ToString();
    }

    private static IEnumerable<string> Made() =>
        ScriptApi.Offered[0].Functions.SelectMany(function => function.Returns).Distinct(StringComparer.Ordinal);

    private static void Fields(StringBuilder text, string name, string description, IEnumerable<RequestField> fields)
    {
        text.Append($"\n---{description}\n---@class {name}\n");
        foreach (var field in fields)
            text.Append($"---@field {field.Name} {field.Type} {field.Description}\n");
    }

    private static void Section(StringBuilder text, ApiSection section)
    {
        text.Append($"\n-- {section.Title}\n");
        foreach (var value in section.Values)
            text.Append($"\n---{value.Description}\n---@type {value.Type}\n{value.Name} = nil\n");
        foreach (var function in section.Functions)
            Function(text, function);
    }

    private static void Function(StringBuilder text, ApiFunction function)
    {
        text.Append($"\n---{function.Description}\n");
        if (function.Generic is { } generic)
            text.Append($"---@generic {generic}\n");
        foreach (var parameter in function.Parameters)
            text.Append($"---@param {parameter.Name}{(parameter.Optional ? "?" : "")} {parameter.Type} {parameter.Description}\n");
        foreach (var type in function.Returns)
            text.Append($"---@return {type}\n");
        text.Append($"function {function.Name}({string.Join(", ", function.Parameters.Select(parameter => parameter.Name))}) end\n");
    }
}
