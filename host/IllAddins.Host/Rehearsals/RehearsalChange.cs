namespace IllAddins.Host.Rehearsals;

/// <summary>What a draft would change about one request; the first that applies counts.</summary>
public enum RehearsalChange
{
    /// <summary>The draft fails, or answers what is no answer.</summary>
    Fault,

    /// <summary>The draft holds what the live script lets go.</summary>
    Held,

    /// <summary>Its patron would be told later.</summary>
    Later,

    /// <summary>Its patron would be told earlier, or at all.</summary>
    Earlier,

    /// <summary>From another template.</summary>
    DifferentTemplate,

    Same,
}

/// <summary>Compares what would become of a request.</summary>
public static class RehearsalChanges
{
    /// <summary>What the draft changes.</summary>
    /// <param name="live">By the live script.</param>
    /// <param name="draft">By the draft.</param>
    /// <param name="now">What is due before is due now.</param>
    public static RehearsalChange Of(Foresight live, Foresight draft, DateTimeOffset now)
    {
        if (Has(draft, ForeseenAct.Fault))
            return RehearsalChange.Fault;
        var (stays, stayed) = (Has(draft, ForeseenAct.Hold), Has(live, ForeseenAct.Hold) || Has(live, ForeseenAct.Fault));
        if (stays != stayed)
            return stays ? RehearsalChange.Held : RehearsalChange.Earlier;
        if (Routed(live, now) is { } before && Routed(draft, now) is { } after && before != after)
            return after > before ? RehearsalChange.Later : RehearsalChange.Earlier;
        return Template(live) == Template(draft) ? RehearsalChange.Same : RehearsalChange.DifferentTemplate;
    }

    private static bool Has(Foresight foresight, ForeseenAct act) => foresight.Steps.Any(step => step.Act == act);

    private static DateTimeOffset? Routed(Foresight foresight, DateTimeOffset now) =>
        foresight.Steps.FirstOrDefault(step => step.Act == ForeseenAct.Route)?.At is { } at ? at < now ? now : at : null;

    private static string? Template(Foresight foresight) => foresight.Steps.FirstOrDefault(step => step.Act == ForeseenAct.Mail)?.Template;
}
