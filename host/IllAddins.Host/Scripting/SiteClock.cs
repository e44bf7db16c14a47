using NodaTime;

namespace IllAddins.Host.Scripting;

/// <summary>The moment and the place of one question: all that <c>os.time</c> and <c>os.date</c> know, so that the same question gets the same answer.</summary>
public sealed record SiteClock(DateTimeOffset Now, DateTimeZone Zone);
