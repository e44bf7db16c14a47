using System.Globalization;
using IllAddins.CustomerContact.Core.Notices;

namespace IllAddins.CustomerContact.Notices;

/// <summary>The fields that a template may print of a request.</summary>
public static class NoticeFields
{
    /// <summary>The request's, its user's and the site's fields; where the site says neither a pickup place nor an e-mail address, the request's and the sender's stand in.</summary>
    public static TemplateFields Of(IllRequest request) => Of(request, () => NoticeItems.Of(request.Site, [request]));

    /// <summary>The same with the fields that add-ins give.</summary>
    public static TemplateFields Of(IllRequest request, IReadOnlyList<OfferedField> offered) =>
        Of(request) with { Addins = offered.ToDictionary(field => field.Tag, field => Reader(field, request), StringComparer.OrdinalIgnoreCase) };

    /// <summary>The fields of a request that stands first among several items.</summary>
    public static TemplateFields Of(IllRequest request, IReadOnlyList<ListedItem> items) => Of(request, () => items);

    private static TemplateFields Of(IllRequest request, Func<IReadOnlyList<ListedItem>> items)
    {
        var local = new Dictionary<string, string>(request.Site.LocalInfo, StringComparer.OrdinalIgnoreCase);
        // A site's code tells a patron nothing.
        local.TryAdd("PickupPlace", string.Equals(request.PickupLocation, request.Site.NVTGC, StringComparison.OrdinalIgnoreCase) ? request.Site.Name : request.PickupLocation);
        local.TryAdd("LibraryEMail", request.Site.FromAddress);
        return new TemplateFields
        {
            Transaction = request.Transaction.Fields,
            User = request.User.Fields,
            LocalInfo = local,
            Items = () => ItemList.Of(items(), NoticeItems.Words(request.Site)),
            Words = value => Words(request.Site, value),
        };
    }

    // Asked once however often a template prints it; the host keeps the limit of time.
    private static AddinFieldReader Reader(OfferedField field, IllRequest request)
    {
        var reading = new Lazy<FieldReading>(() => field.ResolveAsync(request, CancellationToken.None).GetAwaiter().GetResult());
        return (out string value) =>
        {
            value = reading.Value is FieldReading.Value read ? read.Text : "";
            return reading.Value is FieldReading.Failed failed ? failed.Why : null;
        };
    }

    /// <summary>Dates on the site's clock and in its format, flags as Yes and No.</summary>
    private static string Words(Site site, object value) => value switch
    {
        DateTimeOffset moment => site.ToLocal(moment).ToString(site.DateFormat, CultureInfo.InvariantCulture),
        bool flag => flag ? "Yes" : "No",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
