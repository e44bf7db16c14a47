using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.Notices;

/// <summary>A rendered text as a notice of the outbox.</summary>
public static class NoticeRows
{
    /// <summary>What the text leaves empty comes from the site's settings and the user's record.</summary>
    /// <param name="request">Whom it is for, and about what.</param>
    /// <param name="template">The name of the template.</param>
    /// <param name="text">The rendered text.</param>
    /// <param name="templateChange">The templates' number of changes (<see cref="TemplateStock.Change"/>).</param>
    /// <param name="now">Stored form.</param>
    public static NoticeRow Of(IllRequest request, string template, NoticeText text, long templateChange, string now)
    {
        var (site, user) = (request.Site, request.User);
        var from = text.FromAddress.Length > 0 ? text.FromAddress : site.FromAddress;
        return new NoticeRow
        {
            TransactionNumber = request.Transaction.TransactionNumber,
            ArrivalId = request.ArrivalId,
            RequestStatus = request.Transaction.TransactionStatus.Name,
            Change = request.Transaction.Changed.Change,
            TemplateChange = templateChange,
            Site = site.NVTGC,
            Template = template,
            MessageId = $"ill.{request.Transaction.TransactionNumber}.{request.ArrivalId}.{Guid.NewGuid():N}@{DomainOf(from)}",
            FromName = text.FromName.Length > 0 ? text.FromName : site.FromName,
            FromAddress = from,
            ToName = text.ToName.Length > 0 ? text.ToName : $"{user.Text("FirstName")} {user.Text("LastName")}".Trim(),
            ToAddress = text.ToAddress.Length > 0 ? text.ToAddress : user.Text("EMailAddress").Trim(),
            CC = text.CC,
            BCC = text.BCC,
            Subject = text.Subject,
            Body = text.Body,
            HtmlBody = text.HtmlBody.Length > 0 ? text.HtmlBody : null,
            CreatedAt = now,
            AgeFrom = now,
        };
    }

    // A Message-Id is ASCII (RFC 5322); a sender's domain in another script is replaced by a name that no mail is routed to.
    private static string DomainOf(string address)
    {
        var domain = address[(address.LastIndexOf('@') + 1)..];
        return domain.Length > 0 && domain.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-') ? domain : "illaddins.invalid";
    }
}

