using IllAddins.Host.Addins.Events;

namespace IllAddins.Tests.Addins.Events;

public sealed class EventOrderTests
{
    [Fact]
    public void Sources_are_told_by_time_and_each_in_its_own_order() =>
        Assert.Equal(["a1", "b1", "a2", "b2"], Told(Part("a", more: false, 1, 3), Part("b", more: false, 2, 3)));

    [Fact]
    public void A_row_that_bears_an_earlier_time_than_the_one_before_it_is_told_after_it() =>
        Assert.Equal(["b1", "a1", "a2", "a3"], Told(Part("a", more: false, 5, 1, 6), Part("b", more: false, 4)));

    [Fact]
    public void Nothing_is_told_that_may_come_after_what_is_still_to_be_read() =>
        Assert.Equal(["a1", "b1", "a2"], Told(Part("a", more: true, 1, 3), Part("b", more: false, 2, 4)));

    private static IEnumerable<string> Told(params SourcePart[] parts) => EventOrder.Of(parts).Select(one => $"{one.Source}{one.Number}");

    private static SourcePart Part(string source, bool more, params int[] seconds) => new(
        source,
        [.. seconds.Select((second, at) => new IllEvent { Source = source, Name = "Happened", Number = at + 1, At = DateTimeOffset.UnixEpoch.AddSeconds(second), By = "System" })],
        seconds.Length,
        more);
}
