using System.Diagnostics;

namespace IllAddins.Host.Addins;

/// <summary>What a health check found, in a word.</summary>
public static class HealthWords
{
    public static string Of(HealthAnswer answer) => answer switch
    {
        HealthAnswer.Healthy => "Healthy",
        HealthAnswer.Degraded => "Degraded",
        HealthAnswer.Unhealthy => "Unhealthy",
        _ => throw new UnreachableException(),
    };
}
