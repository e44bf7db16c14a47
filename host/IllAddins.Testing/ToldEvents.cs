using System.Collections.Immutable;

namespace IllAddins.Testing;

/// <summary>Events that a test says have happened.</summary>
internal sealed class ToldEvents
{
    private ImmutableList<IllEvent> events = [];

    public EventSource Of(IEnumerable<string> names) => new()
    {
        Name = "test",
        Events = [.. names],
        LastAsync = (_, _) => Task.FromResult((long)events.Count),
        ReadAsync = (read, _) => Task.FromResult<IReadOnlyList<IllEvent>>([.. events.Skip((int)read.After).Take(read.Most)]),
    };

    public void Add(IllEvent one) => ImmutableInterlocked.Update(ref events, known => known.Add(one with { Source = "test", Number = known.Count + 1 }));
}
