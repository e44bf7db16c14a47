using System.Globalization;

namespace IllAddins.Host.Scripting;

/// <summary>A request as site scripts see it: ILLiad's fields by ILLiad's names, its user, its site, and where and when it stands.</summary>
public static class RequestTable
{
    private const string LocalTime = "yyyy-MM-dd'T'HH:mm:ss";

    /// <summary>The table handed to a hook. Dates are on the site's clock, e.g. <c>2026-04-17T00:00:00</c>; flags are true or false.</summary>
    public static ScriptTable Of(IllRequest request)
    {
        var site = request.Site;
        var fields = Fields(site, request.Transaction.Fields);
        fields["User"] = new ScriptTable("request.User", Fields(site, request.User.Fields));
        fields["Site"] = new ScriptTable("request.Site", new Dictionary<string, object?>
        {
            ["NVTGC"] = site.NVTGC,
            ["Name"] = site.Name,
            ["TimeZone"] = site.TimeZone,
            ["DefaultDelayMinutes"] = site.DefaultDelayMinutes,
        });
        fields["PickupLocation"] = request.PickupLocation;
        fields["ArrivedAt"] = Local(site, request.ArrivedAt);
        return new ScriptTable("request", fields);
    }

    private static Dictionary<string, object?> Fields(Site site, IReadOnlyDictionary<string, object?> row)
    {
        var fields = new Dictionary<string, object?>(row.Count + 4, StringComparer.Ordinal);
        foreach (var (name, value) in row)
            fields[name] = value is DateTimeOffset moment ? Local(site, moment) : value;
        return fields;
    }

    private static string Local(Site site, DateTimeOffset moment) => site.ToLocal(moment).ToString(LocalTime, CultureInfo.InvariantCulture);
}
