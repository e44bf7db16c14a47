using System.Text;
using IllAddins.Host.Scripting.Api;
using IllAddins.Host.Scripting.Asked;

namespace IllAddins.Host.Scripting.Reference;

/// <summary>Writes the list for people.</summary>
internal static class ReferenceText
{
    public static string Write(IReadOnlyList<ApiSection> offered)
    {
        var text = new StringBuilder("# What a site script can use\n\nMade by `scripts reference --write`. A name with `?` may be left out; a type with `?` may be nil.\n");
        Section(text, ScriptApi.Hooks);
        Section(text, ScriptApi.Offered[0]);
        Fields(text, "request", "Dates are texts on the site's clock such as `2026-11-24T08:30:00`: a later one is the greater text. A field that there is not is an error which names the nearest one.", RequestFields.WorkedOut);
        Fields(text, "request, from ILLiad's Transactions", "Columns that an import brought beside these can be read by their names as well.", RequestFields.Transaction);
        Fields(text, "request.User", "The patron, from ILLiad's Users.", RequestFields.User);
        Fields(text, "request.Site", "The site.", RequestFields.Site);
        foreach (var section in ScriptApi.Offered.Skip(1).Concat(offered))
            Section(text, section);
        Differences(text);
        return text.ToString();
    }

    private static void Differences(StringBuilder text)
    {
        text.Append("\n## Not to rely on\n\nThe host runs scripts with KeraLua (Lua 5.4) or, where it was built so, with MoonSharp (Lua 5.2). They differ in this; a script that leaves it alone means the same on both.\n\n");
        text.Append("| what | KeraLua | MoonSharp | the same on both |\n|---|---|---|---|\n");
        foreach (var difference in EngineDifferences.All)
            text.Append($"| {Cell(difference.What)} | {Cell(difference.KeraLua)} | {Cell(difference.MoonSharp)} | {Cell(difference.Instead)} |\n");
    }

    private static string Cell(string words) => words.Replace("|", "\\|", StringComparison.Ordinal);

    private static void Section(StringBuilder text, ApiSection section)
    {
        text.Append($"\n## {section.Title}\n\n{section.About}\n\n");
        foreach (var function in section.Functions)
            Function(text, function);
        foreach (var value in section.Values)
            text.Append($"- **`{value.Name}`** (`{value.Type}`): {value.Description}\n");
    }

    private static void Function(StringBuilder text, ApiFunction function)
    {
        var parameters = string.Join(", ", function.Parameters.Select(parameter => parameter.Name + (parameter.Optional ? "?" : "")));
        var answers = function.Returns.Count == 0 ? "" : $" → `{string.Join(", ", function.Returns)}`";
        text.Append($"- **`{function.Name}({parameters})`**{answers}: {function.Description}\n");
        foreach (var parameter in function.Parameters)
            text.Append($"  - `{parameter.Name}` (`{parameter.Type}`): {parameter.Description}\n");
    }

    private static void Fields(StringBuilder text, string table, string about, IEnumerable<RequestField> fields)
    {
        text.Append($"\n## {table}\n\n{about}\n\n| field | type | meaning |\n|---|---|---|\n");
        foreach (var field in fields)
            text.Append($"| `{field.Name}` | `{field.Type}` | {field.Description} |\n");
    }
}
