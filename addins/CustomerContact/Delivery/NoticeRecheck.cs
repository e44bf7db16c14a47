
namespace IllAddins.CustomerContact.Delivery;

/// <summary>Whether a claimed notice may leave, seen from where its request stands in the claiming transaction; a closed family.</summary>
public abstract record NoticeRecheck
{
    private NoticeRecheck()
    {
    }

    /// <summary>Nothing has changed since it was written.</summary>
    public sealed record Send : NoticeRecheck;

    /// <summary>The request has moved on: there is nothing left to tell.</summary>
    public sealed record Cancel : NoticeRecheck;

    /// <summary>Request, user, site or templates were changed since: it is decided and written anew before it leaves.</summary>
    public sealed record WriteAnew : NoticeRecheck;

    /// <summary>Too old to go out without staff's word.</summary>
    public sealed record Park(string Note) : NoticeRecheck;

    /// <summary>Decides.</summary>
    /// <param name="claimed">The notice as claimed, and where its request stands.</param>
    /// <param name="maxAge">How old a notice of the site may be.</param>
    /// <param name="now">The moment of the claim.</param>
    public static NoticeRecheck Of(ClaimedNotice claimed, TimeSpan maxAge, DateTimeOffset now)
    {
        var notice = claimed.Notice;
        if (claimed.ArrivalId != notice.ArrivalId)
            return new Cancel();
        if (now - StoredTime.Read(notice.AgeFrom) > maxAge)
            return new Park(TooOld(notice.By, maxAge));
        if (notice.StaffBy is not null)
            return new Send();
        // A change number is taken by every write of the request, its user (method, address, opt-out) and its site.
        return claimed.Change == notice.Change && claimed.TemplateChange == notice.TemplateChange ? new Send() : new WriteAnew();
    }

    private static string TooOld(string by, TimeSpan maxAge) =>
        DeliveryWords.TooOld(by, maxAge.TotalDays == 1 ? DeliveryWords.OneDay : DeliveryWords.Days(maxAge.TotalDays));
}
