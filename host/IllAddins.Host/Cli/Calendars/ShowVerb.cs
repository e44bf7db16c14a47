using System.CommandLine;
using IllAddins.Host.Scripting.Calendars;
using IllAddins.Host.Scripting.Waiting;
using NodaTime;
using NodaTime.Text;

namespace IllAddins.Host.Cli.Calendars;

/// <summary><c>calendars show</c>: what holds for a place, and what that means now.</summary>
public static class ShowVerb
{
    private static readonly ZonedDateTimePattern Moment = ZonedDateTimePattern.CreateWithInvariantCulture("ddd d MMM uuuu HH:mm", DateTimeZoneProviders.Tzdb);

    public static Command Make(Verbs verbs)
    {
        var (code, location, json) = (CalendarsVerb.SiteArgument(), CalendarsVerb.LocationOption(), Verbs.JsonOption());
        var show = new Command("show", "Show what was set for a place, and when it opens and its courier comes next.") { code, location, json };
        verbs.Set(show, async (installation, parsed, cancellationToken) =>
        {
            if (await CalendarsVerb.SiteAsync(installation, parsed, parsed.GetRequiredValue(code), cancellationToken) is not { } site)
                return ExitCode.SomeRefused;
            var name = parsed.GetValue(location)?.Trim();
            var places = new CalendarStore(installation.Database).Of(site.NVTGC);
            var own = places.FirstOrDefault(place => string.Equals(place.Location ?? "", name ?? "", StringComparison.OrdinalIgnoreCase));
            var sheet = PlaceSheet.Of(own ?? places[0]);
            var next = Next.Of(new CalendarShelf(installation.Database).For(site, name), installation.Clock.GetUtcNow());
            if (parsed.GetValue(json))
                Verbs.Print(parsed.InvocationConfiguration.Output, new { place = sheet, site.TimeZone, next });
            else
                Tell(parsed.InvocationConfiguration.Output, site, name, own is not null, sheet, next);
            return ExitCode.Done;
        });
        return show;
    }

    private static void Tell(TextWriter output, Site site, string? name, bool own, PlaceSheet sheet, Next next)
    {
        output.WriteLine(string.IsNullOrEmpty(name) ? $"Site {site.NVTGC}, {site.TimeZone}" : $"{name} (site {site.NVTGC}), {site.TimeZone}");
        if (!own && !string.IsNullOrEmpty(name))
            output.WriteLine($"  Has no calendar of its own; that of site {site.NVTGC} holds:");
        var open = string.IsNullOrEmpty(sheet.Location) ? "not set" : "as the site";
        output.WriteLine($"  Hours    {sheet.Hours ?? open}");
        output.WriteLine($"  Courier  {sheet.Courier ?? open}{(sheet.CourierOnClosedDays ? ", on closed days too" : "")}");
        foreach (var day in sheet.Days)
            output.WriteLine($"  {day.Day}  {day.Hours}  {day.Note}");
        foreach (var closing in sheet.Closings)
            output.WriteLine($"  Closed   {(closing.From == closing.To ? closing.From : $"{closing.From} to {closing.To}")}  {closing.Note}{(closing.Source.Length > 0 ? $"  (from {closing.Source})" : "")}");
        output.WriteLine($"  Now      {(next.IsOpen ? "open" : "closed")}; next opening {next.Opening ?? "none"}; next courier {next.Courier ?? "none"}");
    }

    /// <summary>What a calendar says now, on the place's clock.</summary>
    private sealed record Next(bool IsOpen, string? Opening, string? Courier)
    {
        public static Next Of(PlaceCalendar calendar, DateTimeOffset now)
        {
            var at = Instant.FromDateTimeOffset(now);
            string? Said(Instant? moment) => moment is { } found ? Moment.Format(found.InZone(calendar.Zone)) : null;
            var isOpen = calendar.HasHours && calendar.IsOpen(at);
            return new Next(
                isOpen,
                calendar.HasHours ? Said(calendar.NextOpening(isOpen ? calendar.NextClosing(at) ?? at : at)) : null,
                calendar.HasCourier ? Said(calendar.NextCourier(at)) : null);
        }
    }
}
