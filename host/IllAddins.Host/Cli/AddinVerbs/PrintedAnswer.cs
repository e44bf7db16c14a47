using System.Globalization;
using System.Text;

namespace IllAddins.Host.Cli.AddinVerbs;

/// <summary>What a verb of an add-in answered, ready to be printed.</summary>
/// <param name="Output">For standard output.</param>
/// <param name="Error">For standard error.</param>
/// <param name="Refused">Whether something was not done.</param>
public sealed record PrintedAnswer(string Output, string Error, bool Refused)
{
    private const string Gap = "  ";

    /// <summary>As text, or as one JSON value.</summary>
    public static PrintedAnswer Of(VerbAnswer answer, bool json)
    {
        var message = answer.Message.Length > 0 ? Whole(answer.Message) + "\n" : "";
        if (!json)
            return answer.Refused ? new(Tables(answer), message, true) : new(Tables(answer) + message, "", false);
        using var output = new StringWriter();
        Verbs.Print(output, Json(answer));
        return new(output.ToString(), answer.Refused ? message : "", answer.Refused);
    }

    private static object Json(VerbAnswer answer) => answer.Tables switch
    {
        [] => new { answer.Message, answer.Refused },
        [var only] => Json(only),
        var several => several.ToDictionary(table => table.Name, Json),
    };

    private static object Json(VerbTable table)
    {
        var rows = table.Rows.Select(row => table.Columns.Zip(row).ToDictionary(cell => cell.First.Name, cell => Plain(cell.Second))).ToList();
        return table.IsRecord ? rows.Single() : rows;
    }

    // Of an add-in's own type nothing may reach the serializer, which would keep it for ever.
    private static object? Plain(object? cell) => cell is null or string or int or long or bool or DateTimeOffset ? cell : Convert.ToString(cell, CultureInfo.InvariantCulture);

    private static string Tables(VerbAnswer answer)
    {
        var text = new StringBuilder();
        // The message says in words that there is nothing.
        foreach (var table in answer.Tables.Where(table => table.Rows.Count > 0 || answer.Message.Length == 0))
        {
            if (text.Length > 0)
                text.Append('\n');
            if (table.Title.Length > 0)
                text.Append(table.Title).Append('\n');
            text.AppendJoin('\n', table.IsRecord ? Record(table) : Rows(table)).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Record(VerbTable table)
    {
        var width = table.Columns.Max(column => column.Title.Length);
        foreach (var (column, cell) in table.Columns.Zip(table.Rows.Single()).Where(pair => Text(pair.Second).Length > 0))
        {
            var lines = Whole(Text(cell)).Split('\n');
            yield return lines.Length == 1 ? $"{column.Title.PadRight(width)}{Gap}{lines[0]}" : column.Title;
            foreach (var line in lines.Length == 1 ? [] : lines)
                yield return Gap + line;
        }
    }

    private static IEnumerable<string> Rows(VerbTable table)
    {
        List<string[]> lines = [[.. table.Columns.Select(column => column.Title)], .. table.Rows.Select(row => row.Select(cell => OneLine(Text(cell))).ToArray())];
        var widths = table.Columns.Select((_, at) => lines.Max(line => line.ElementAtOrDefault(at)?.Length ?? 0)).ToList();
        foreach (var line in lines)
            yield return string.Join(Gap, widths.Select((width, at) => (line.ElementAtOrDefault(at) ?? "").PadRight(width))).TrimEnd();
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        bool flag => flag ? "yes" : "no",
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };

    private static string OneLine(string text) => Whole(text).Replace('\n', ' ');

    // What a mail server or a patron wrote must not steer the terminal.
    private static string Whole(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(character => character is '\n' or '\t' || !char.IsControl(character))).TrimEnd('\n');
}
