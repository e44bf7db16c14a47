using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using IllAddins.Host.Cli.Calendars;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Cli;

/// <summary><c>audit list</c>: what staff and admins did.</summary>
public static class AuditVerb
{
    public static Command Make(Verbs verbs)
    {
        var since = new Option<DateTimeOffset?>("--since") { Description = "Only from this day or moment on, in UTC unless a zone is given, e.g. 2026-03-02 or 2026-03-02T15:00", HelpName = "TIME", CustomParser = Moment };
        var by = new Option<string?>("--by") { Description = "Only what this user did", HelpName = "NAME" };
        var site = new Option<string?>("--site") { Description = "Only what is about this site", HelpName = "NVTGC" };
        var number = new Option<int?>("--transaction") { Description = "Only what is about this request", HelpName = "TN", CustomParser = Verbs.NumberOrNone };
        var last = new Option<int?>("--last") { Description = "Only the last N of these", HelpName = "N", CustomParser = Verbs.NumberOrNone };
        last.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var found) && found < 1)
                result.AddError($"--last: found '{token.Value}', expected a number from 1.");
        });
        var json = Verbs.JsonOption();
        var list = new Command("list", "List who did what, when, and from what state to what; the oldest first.") { since, by, site, number, last, json };
        verbs.Set(list, async (installation, parsed, cancellationToken) =>
        {
            var filter = new AuditFilter
            {
                Since = parsed.GetValue(since),
                By = parsed.GetValue(by),
                Site = parsed.GetValue(site),
                TransactionNumber = parsed.GetValue(number),
                Most = parsed.GetValue(last),
            };
            if (filter.Site is { } code && await CalendarsVerb.SiteAsync(installation, parsed, code, cancellationToken) is null)
                return ExitCode.SomeRefused;
            Print(parsed.InvocationConfiguration.Output, await installation.Audit.ReadAsync(filter, cancellationToken), parsed.GetValue(json));
            return ExitCode.Done;
        });
        return new Command("audit", "The acts of staff and admins.") { list };
    }

    private static void Print(TextWriter output, IReadOnlyList<AuditRow> rows, bool json)
    {
        if (json)
        {
            Verbs.Print(output, rows.Select(row => new { row.Id, At = StoredTime.Read(row.At), By = row.ActedBy, row.Act, row.Subject, row.TransactionNumber, row.Site, row.Was, row.Became, row.Detail, row.Source }));
            return;
        }

        foreach (var row in rows)
            output.WriteLine($"{StoredTime.Read(row.At).ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}  {row.ActedBy}  {row.Act}  {row.Subject}"
                + (row.TransactionNumber is { } number ? $" of request {number}" : "") + (row.Site is { } site ? $" at {site}" : "")
                + (row.Was is null && row.Became is null ? "" : $": {row.Was ?? "-"} -> {row.Became ?? "-"}") + (row.Detail is { } detail ? $"  ({detail})" : ""));
    }

    private static DateTimeOffset? Moment(ArgumentResult result)
    {
        var found = result.Tokens[0].Value;
        if (DateTimeOffset.TryParse(found, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return moment;
        result.AddError($"--since: found '{found}', expected a day or a moment such as 2026-03-02 or 2026-03-02T15:00.");
        return null;
    }
}
