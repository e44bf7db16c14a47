namespace IllAddins.Host.Requests;

/// <summary>Where the patron collects the item: sites keep it in different fields.</summary>
public static class PickupPlace
{
    /// <summary>The field read where the site names none.</summary>
    public const string DefaultField = "User.Site";

    /// <summary>The value of the site's field; the user's NVTGC where that is empty or there is no such field.</summary>
    public static string Of(string pickupField, IReadOnlyDictionary<string, object?> transaction, IReadOnlyDictionary<string, object?> user)
    {
        var dot = pickupField.IndexOf('.', StringComparison.Ordinal);
        var from = pickupField.StartsWith("Transaction.", StringComparison.OrdinalIgnoreCase) ? transaction : user;
        var place = from.GetValueOrDefault(pickupField[(dot + 1)..])?.ToString();
        return string.IsNullOrWhiteSpace(place) ? user.GetValueOrDefault("NVTGC")?.ToString() ?? "" : place.Trim();
    }
}
