using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.NoticeVerbs;

/// <summary>A test mail that is wanted.</summary>
/// <param name="Site">The site whose way out it takes.</param>
/// <param name="Request">The request whose values it shows.</param>
/// <param name="Template">The template.</param>
/// <param name="To">The address that gets it.</param>
public sealed record TestMail(Site Site, IllRequest Request, NotificationTemplate Template, string To)
{
    /// <summary>The mail: marked as a test, and to nobody else whomever the template copies.</summary>
    public OutgoingMail Mail(NoticeText text, DateTimeOffset now)
    {
        var from = text.FromAddress.Length > 0 ? text.FromAddress : Site.FromAddress;
        return new OutgoingMail
        {
            MessageId = $"ill.test.{Guid.NewGuid():N}@illaddins.invalid",
            Date = Site.ToLocal(now),
            FromName = text.FromName.Length > 0 ? text.FromName : Site.FromName,
            FromAddress = from,
            ToAddress = To,
            Subject = $"[Test] {text.Subject}",
            TextBody = text.Body,
            HtmlBody = text.HtmlBody.Length > 0 ? text.HtmlBody : null,
        };
    }
}
