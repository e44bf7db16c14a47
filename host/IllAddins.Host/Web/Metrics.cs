using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IllAddins.Host.Addins;

namespace IllAddins.Host.Web;

/// <summary>Figures for a monitoring system, in Prometheus' text format: for admins, and for whoever has the token that the site keeps in a file.</summary>
public static class Metrics
{
    public const string Path = "/metrics";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, AnswerAsync).AllowAnonymous();

    private static async Task<IResult> AnswerAsync(HttpContext context, ShellSettings shell, HealthLook look)
    {
        if (context.User.Identity?.IsAuthenticated == true ? Access.MayUse(context, adminsOnly: true) : HasToken(context.Request, shell))
            return TypedResults.Text(Text(shell.Addins(), await look.RecentAsync()), "text/plain; version=0.0.4", Encoding.UTF8);
        return await Answers.InWordsAsync(
            context, StatusCodes.Status401Unauthorized, ShellWords.ForAdminsOnlyTitle,
            ShellWords.MetricsNeedToken);
    }

    /// <summary>The figures of the add-ins.</summary>
    /// <param name="addins">How they stand.</param>
    /// <param name="health">What their health checks found.</param>
    public static string Text(IReadOnlyList<AddinEntry> addins, IReadOnlyList<AddinHealth> health)
    {
        var text = new StringBuilder();
        Family(text, "illaddins_addin_state", "gauge", "1 for the state in which the add-in is, 0 for all others",
            addins.SelectMany(addin => AddinStateWords.Names.Select(state => ($"addin=\"{Escaped(addin.Name)}\",state=\"{state}\"", AddinStateWords.Name(addin.State) == state ? 1 : 0))));
        Family(text, "illaddins_addin_info", "gauge", "The version of the add-in that runs, or is refused",
            addins.Select(addin => ($"addin=\"{Escaped(addin.Name)}\",version=\"{Escaped(addin.Version ?? "")}\",contract=\"{Escaped(addin.ContractVersion ?? "")}\"", 1)));
        Family(text, "illaddins_addin_failures_total", "counter", "Calls, threads and timers of the add-in that failed since its start", addins.Select(addin => (Label(addin), addin.Failures)));
        Family(text, "illaddins_addin_parked", "gauge", "1 where it failed too often in a row and is not called for a while", addins.Select(addin => (Label(addin), addin.State is AddinState.Faulted { Parked: true } ? 1 : 0)));
        Family(text, "illaddins_addin_files_not_in_use", "gauge", "1 where an earlier version runs than the one that lies in the folder", addins.Select(addin => (Label(addin), addin.Kept is null ? 0 : 1)));
        Family(text, "illaddins_addin_old_generations", "gauge", "Earlier generations still in memory", addins.Select(addin => (Label(addin), addin.OldGenerations)));
        Family(text, "illaddins_addin_crashes_in_a_row", "gauge", "Crashes of the host's process while it called the add-in", addins.Select(addin => (Label(addin), addin.Crashes)));
        Family(text, "illaddins_addin_health", "gauge", "0 where a health check found all well, 1 where somebody should look, 2 where it does not work",
            health.Select(found => ($"addin=\"{Escaped(found.Addin)}\",check=\"{Escaped(found.Check)}\"", found.Answer switch { HealthAnswer.Healthy => 0, HealthAnswer.Degraded => 1, _ => 2 })));
        return text.ToString();
    }

    private static void Family(StringBuilder text, string name, string type, string help, IEnumerable<(string Labels, int Value)> samples)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
        foreach (var (labels, value) in samples)
            text.Append(CultureInfo.InvariantCulture, $"{name}{{{labels}}} {value}\n");
    }

    private static string Label(AddinEntry addin) => $"addin=\"{Escaped(addin.Name)}\"";

    private static string Escaped(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static bool HasToken(HttpRequest request, ShellSettings shell) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && shell.MetricsToken() is { Length: > 0 } token
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header["Bearer ".Length..].Trim())), SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
