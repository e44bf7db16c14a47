using NodaTime;

namespace IllAddins.Host.Scripting.Waiting;

/// <summary>How long a request rests, as a script says it; counted from the request's arrival in transit.</summary>
public abstract record Wait
{
    private Wait()
    {
    }

    /// <param name="Count">0 to 43,200.</param>
    public sealed record Minutes(double Count) : Wait;

    /// <param name="Count">0 to 720.</param>
    public sealed record Hours(double Count) : Wait;

    /// <summary>So many hours in which the place is open.</summary>
    /// <param name="Count">0 to 720.</param>
    public sealed record OpenHours(double Count) : Wait;

    /// <summary>Until the opening of the so-manieth open day after the day of arrival; 0 is the day of arrival itself.</summary>
    /// <param name="Count">0 to 30.</param>
    public sealed record OpenDays(int Count) : Wait;

    /// <summary>Until the next such time on the site's clock, at or after the arrival.</summary>
    public sealed record Until(LocalTime At) : Wait;

    /// <summary>Until the place is open; at once where it is open already.</summary>
    public sealed record NextOpening : Wait;

    /// <summary>Until the next courier of the place's timetable has come, at or after the arrival.</summary>
    public sealed record NextCourier : Wait;

    /// <summary>Until the other wait has ended, and if that is earlier than the time of day, until that time of the same day.</summary>
    public sealed record NotBefore(Wait Other, LocalTime At) : Wait;
}
