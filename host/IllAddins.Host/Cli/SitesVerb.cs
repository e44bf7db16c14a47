using System.CommandLine;
using IllAddins.Host.Requests;
using IllAddins.Host.Scripting;

namespace IllAddins.Host.Cli;

/// <summary><c>sites</c>: the sites and their settings.</summary>
public static class SitesVerb
{
    public static Command Make(Verbs verbs) => new("sites", "The sites and their settings. Sites appear with the users that an import brings.") { List(verbs), Set(verbs) };

    private static Command List(Verbs verbs)
    {
        var json = Verbs.JsonOption();
        var list = new Command("list", "List the sites with the settings that hold for them.") { json };
        verbs.Set(list, async (installation, parsed, cancellationToken) =>
        {
            Print(parsed.InvocationConfiguration.Output, await installation.Sites.AllAsync(cancellationToken), parsed.GetValue(json));
            return ExitCode.Done;
        });
        return list;
    }

    private static void Print(TextWriter output, IReadOnlyList<Site> sites, bool json)
    {
        if (json)
            Verbs.Print(output, sites.Select(site => new
            {
                site.NVTGC,
                site.Name,
                site.TimeZone,
                site.DefaultDelayMinutes,
                site.SweepMinutes,
                site.FromName,
                site.FromAddress,
                site.PickupField,
                site.DateFormat,
                site.LocalInfo,
            }));
        else
            foreach (var site in sites)
                output.WriteLine($"{site.NVTGC,-12} {site.Name}; {site.TimeZone}; rests {site.DefaultDelayMinutes} min; sweeps every {site.SweepMinutes} min; "
                    + $"from {site.FromName} <{site.FromAddress}>; pickup in {site.PickupField}");
    }

    private static Command Set(Verbs verbs)
    {
        var code = new Argument<string>("NVTGC") { Description = "The site's code; a new one makes a new site" };
        var name = new Option<string?>("--name") { Description = "How staff and mails name the site", HelpName = "NAME" };
        var zone = new Option<string?>("--time-zone") { Description = "IANA time zone, e.g. America/New_York", HelpName = "ZONE" };
        var delay = new Option<int?>("--default-delay") { Description = "Minutes that a request rests in transit where the script says nothing, 0 to 43200", HelpName = "MINUTES", CustomParser = Verbs.NumberOrNone };
        var sweep = new Option<int?>("--sweep-every") { Description = "Minutes between sweeps, 1 to 1440", HelpName = "MINUTES", CustomParser = Verbs.NumberOrNone };
        var fromName = new Option<string?>("--from-name") { Description = "Sender's name of mails", HelpName = "NAME" };
        var fromAddress = new Option<string?>("--from-address") { Description = "Sender's address of mails", HelpName = "ADDRESS" };
        var pickup = new Option<string?>("--pickup-field") { Description = "Field of the pickup location, e.g. User.Site or Transaction.ItemInfo4", HelpName = "FIELD" };
        var format = new Option<string?>("--date-format") { Description = "How dates are written on screen and in letters, a .NET format such as 'd MMMM yyyy'", HelpName = "FORMAT" };
        var local = new Option<string[]>("--local-info") { Description = "A LocalInfo field of the templates, e.g. LibraryName=\"Main Library\"; may be repeated", HelpName = "NAME=VALUE" };
        var set = new Command("set", "Change a site's settings; those not named stay. Settings of ILL hold for every site that has none of its own.")
        {
            code, name, zone, delay, sweep, fromName, fromAddress, pickup, format, local,
        };
        verbs.Set(set, (installation, parsed, cancellationToken) => WriteAsync(
            installation,
            parsed,
            parsed.GetRequiredValue(code),
            new SiteChange
            {
                SiteName = parsed.GetValue(name),
                TimeZone = parsed.GetValue(zone),
                DefaultDelayMinutes = parsed.GetValue(delay),
                SweepMinutes = parsed.GetValue(sweep),
                FromName = parsed.GetValue(fromName),
                FromAddress = parsed.GetValue(fromAddress),
                PickupField = parsed.GetValue(pickup),
                DateFormat = parsed.GetValue(format),
                LocalInfo = Pairs(parsed.GetValue(local) ?? []),
            },
            cancellationToken));
        return set;
    }

    private static IEnumerable<string> Fields => FieldCatalogue.Users.Select(known => $"User.{known.Name}").Concat(FieldCatalogue.Transactions.Select(known => $"Transaction.{known.Name}"));

    private static async Task<int> WriteAsync(Installation installation, ParseResult parsed, string code, SiteChange change, CancellationToken cancellationToken)
    {
        var answer = await new SiteWrites(installation.Database, installation.Sites, installation.Clock).SetAsync(code, change, Environment.UserName, cancellationToken);
        if (answer is SiteAnswer.Refused refused)
        {
            foreach (var problem in refused.Problems)
                await parsed.InvocationConfiguration.Error.WriteLineAsync(problem);
            return ExitCode.SomeRefused;
        }

        var done = (SiteAnswer.Done)answer;
        await parsed.InvocationConfiguration.Output.WriteLineAsync(done.Created ? $"Site {code} is new, and set." : $"Site {code} is set.");
        if (change.PickupField is { Length: > 0 } pickup && !Fields.Contains(pickup, StringComparer.OrdinalIgnoreCase))
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                $"{pickup} is no field of ILLiad's: it counts where an import brings such a column.{(NearestName.To(pickup, Fields) is { } near ? $" Did you mean {near}?" : "")}");
        if (done.OnOtherClock)
            await parsed.InvocationConfiguration.Output.WriteLineAsync("Requests imported before keep the moments that their dates had on the clock before. Import their file again, and the dates are read on this one.");
        return ExitCode.Done;
    }

    // 'NAME' without '=' becomes a name without a value, which the rules of the site refuse or take as a removal.
    private static Dictionary<string, string> Pairs(string[] texts) => texts
        .Select(text => text.Split('=', 2))
        .GroupBy(parts => parts[0].Trim(), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.Last().ElementAtOrDefault(1) ?? "");
}
