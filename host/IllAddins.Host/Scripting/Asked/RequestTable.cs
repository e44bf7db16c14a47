using IllAddins.Host.Requests;
using IllAddins.Host.Scripting.Asked;
using IllAddins.Host.Scripting.Waiting;

namespace IllAddins.Host.Scripting;

/// <summary>A request as site scripts see it: ILLiad's fields by ILLiad's names, its user, its site, and where and when it stands.</summary>
public static class RequestTable
{
    /// <summary>The table handed to a hook. Dates are on the site's clock, e.g. <c>2026-04-17T00:00:00</c>; flags are true or false.</summary>
    /// <param name="request">The request.</param>
    /// <param name="calendar">Of the place where the patron collects the item.</param>
    public static ScriptTable Of(IllRequest request, PlaceCalendar calendar)
    {
        var asked = new AskedRequest(request, calendar);
        return new ScriptTable("request", new AskedFields(asked, RequestFields.OfRequest, request.Transaction.Fields));
    }

    /// <summary>The same for a site without a calendar.</summary>
    public static ScriptTable Of(IllRequest request) => Of(request, PlaceCalendar.Unset(request.Site.NVTGC, SiteRecords.Zone(request.Site.TimeZone)!));
}
