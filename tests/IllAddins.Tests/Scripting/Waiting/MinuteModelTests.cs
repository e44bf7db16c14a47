using CsCheck;
using IllAddins.Host.Scripting.Waiting;
using NodaTime;

namespace IllAddins.Tests.Scripting.Waiting;

public sealed class MinuteModelTests
{
    private static readonly string[] Zones =
    [
        "UTC", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Asia/Beirut", "Australia/Lord_Howe", "America/St_Johns", "America/Havana", "Asia/Tehran", "Africa/Cairo",
    ];

    private static readonly Gen<LocalTime> Times = Gen.Int[0, 95].Select(quarter => LocalTime.Midnight.PlusMinutes(quarter * 15));

    private static readonly Gen<OpenSpan> Spans = Gen.Select(Times, Times, (from, to) => new OpenSpan(from, to));

    // Near a change of the zone's clock, where there is one in the year.
    private static readonly Gen<(DateTimeZone Zone, Instant Arrived)> Arrivals =
        Gen.Select(Gen.OneOf(Zones), Gen.Int[1990, 2026], Gen.Int[0, 1], Gen.Int[-3 * 24 * 60, 2 * 24 * 60], (name, year, change, minutes) =>
        {
            var zone = DateTimeZoneProviders.Tzdb[name];
            var start = Instant.FromUtc(year, 1, 1, 0, 0);
            var changes = zone.GetZoneIntervals(start, start + Duration.FromDays(365)).Where(interval => interval.HasEnd).Select(interval => interval.End).ToList();
            var near = changes.Count > 0 ? changes[change % changes.Count] : start;
            return (zone, near + Duration.FromMinutes(minutes));
        });

    private static readonly Gen<Wait> SomeWaits = WaitsOf(1);

    private static readonly Gen<(Wait Wait, PlaceRules Rules, Instant Arrived)> Cases =
        from arrival in Arrivals
        from hours in Week(Spans)
        from courier in Week(Times)
        from always in Gen.Bool
        from closings in Closings(arrival.Arrived.InZone(arrival.Zone).Date).List[0, 2]
        from special in Gen.Select(Gen.Int[-1, 8], Spans.List[0, 2]).List[0, 2]
        from wait in SomeWaits
        let today = arrival.Arrived.InZone(arrival.Zone).Date
        select (wait, new PlaceRules
        {
            Site = "MAIN",
            Zone = arrival.Zone,
            Hours = hours,
            Courier = courier,
            CourierOnClosedDays = always,
            Closings = closings,
            SpecialHours = special.DistinctBy(day => day.Item1).ToDictionary(day => today.PlusDays(day.Item1), day => (IReadOnlyList<OpenSpan>)day.Item2),
        }, arrival.Arrived);

    [Fact]
    public void Every_wait_ends_when_a_walk_through_the_minutes_says_so() => Cases.Sample(
        one =>
        {
            var model = new MinuteModel(one.Rules, one.Arrived);
            return (Waits.End(one.Wait, one.Arrived, new PlaceCalendar(one.Rules)), model.End(one.Wait)) switch
            {
                (WaitEnd.At end, { } expected) => end.Moment == expected,
                (WaitEnd.At end, null) => end.Moment > model.Last,
                (WaitEnd.Never, var expected) => expected is null,
                _ => false,
            };
        },
        iter: 400,
        threads: 1,
        print: Printed);

    [Fact]
    public void Every_closing_comes_when_a_walk_through_the_minutes_says_so() => Cases.Sample(
        one =>
        {
            var model = new MinuteModel(one.Rules, one.Arrived);
            var closing = new PlaceCalendar(one.Rules).NextClosing(one.Arrived);
            return model.NextClosing() is { } expected ? closing == expected : closing is null || closing > model.Last;
        },
        iter: 100,
        threads: 1,
        print: Printed);

    private static Gen<WeekOf<T>> Week<T>(Gen<T> entries) =>
        Gen.Select(Gen.Int[1, 7], entries.List[1, 3]).List[0, 6].Select(days => new WeekOf<T>(
            days.DistinctBy(day => day.Item1).Select(day => KeyValuePair.Create((IsoDayOfWeek)day.Item1, (IReadOnlyList<T>)day.Item2))));

    private static Gen<Closing> Closings(LocalDate today) => Gen.OneOf(
        Gen.Select(Gen.Int[-2, 5], Gen.Int[0, 9], (from, days) => (Closing)new Closing.Days(today.PlusDays(from), today.PlusDays(from + days))),
        Gen.Select(Gen.Int[-2, 5], Times, Gen.Int[1, 200], (from, time, quarters) =>
            (Closing)new Closing.Hours(today.PlusDays(from).At(time), today.PlusDays(from).At(time).PlusMinutes(quarters * 15))));

    private static Gen<Wait> WaitsOf(int depth)
    {
        var plain = new[]
        {
            Gen.Int[0, 3000].Select(minutes => (Wait)new Wait.Minutes(minutes)),
            Gen.Int[0, 200].Select(quarters => (Wait)new Wait.Hours(quarters / 4d)),
            Gen.Int[0, 200].Select(quarters => (Wait)new Wait.OpenHours(quarters / 4d)),
            Gen.Int[0, 6].Select(days => (Wait)new Wait.OpenDays(days)),
            Times.Select(time => (Wait)new Wait.Until(time)),
            Gen.Const((Wait)new Wait.NextOpening()),
            Gen.Const((Wait)new Wait.NextCourier()),
        };
        return depth == 0
            ? Gen.OneOf(plain)
            : Gen.OneOf([.. plain, Gen.Select(WaitsOf(depth - 1), Times, (other, time) => (Wait)new Wait.NotBefore(other, time))]);
    }

    private static string Printed((Wait Wait, PlaceRules Rules, Instant Arrived) one)
    {
        var days = Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day);
        return $"{one.Wait} from {one.Arrived} ({one.Arrived.InZone(one.Rules.Zone)}); hours {string.Join("; ", days.Select(day => $"{day} {string.Join(",", one.Rules.Hours!.On(day))}"))}; "
            + $"courier {string.Join("; ", days.Select(day => $"{day} {string.Join(",", one.Rules.Courier!.On(day))}"))} {one.Rules.CourierOnClosedDays}; "
            + $"closings {string.Join("; ", one.Rules.Closings)}; special {string.Join("; ", one.Rules.SpecialHours.Select(pair => $"{pair.Key} {string.Join(",", pair.Value)}"))}";
    }
}
