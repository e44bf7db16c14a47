using System.Diagnostics;

namespace IllAddins.Host.Addins;

/// <summary>What a health check found, in a word.</summary>
public static class HealthWords
{
    public static string Of(HealthAnswer answer) => answer switch
    {
        HealthAnswer.Healthy => AddinWords.Healthy,
        HealthAnswer.Degraded => AddinWords.Degraded,
        HealthAnswer.Unhealthy => AddinWords.Unhealthy,
        _ => throw new UnreachableException(),
    };
}
