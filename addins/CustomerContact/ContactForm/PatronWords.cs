using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>How a request and its patron read on the form and in letters.</summary>
public static class PatronWords
{
    /// <summary>Last name first, as staff look for it; the user name where there is none.</summary>
    public static string Name(User user)
    {
        var (last, first) = (user.Text("LastName").Trim(), user.Text("FirstName").Trim());
        return (last, first) switch
        {
            ("", "") => user.UserName,
            (_, "") => last,
            ("", _) => first,
            _ => FormWords.NameLastFirst(last, first),
        };
    }

    /// <summary>The phone and the mobile number, those there are.</summary>
    public static string Phone(User user) =>
        string.Join(" / ", ((string[])[user.Text("Phone").Trim(), user.Text("MobilePhone").Trim()]).Where(number => number.Length > 0).Distinct());

    /// <summary>Whom to call and at which number, where the requests are of one patron; else of how many.</summary>
    public static string ToCall(IReadOnlyList<IllRequest> requests)
    {
        var patrons = requests.DistinctBy(request => request.User.UserName, StringComparer.OrdinalIgnoreCase).ToList();
        return patrons switch
        {
            [] => "",
            [var only] when Phone(only.User) is { Length: > 0 } number => FormWords.CallAt(Name(only.User), number),
            [var only] => FormWords.NoNumber(Name(only.User)),
            _ => FormWords.CustomersAndRequests(patrons.Count, requests.Count),
        };
    }

    /// <summary>The title of the loan, or of the article.</summary>
    public static string Title(Transaction transaction) => NoticeItems.Title(transaction);

    /// <summary>A time span in its largest whole unit.</summary>
    public static string Waiting(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => FormWords.Days((int)span.TotalDays),
        { TotalHours: >= 1 } => FormWords.Hours((int)span.TotalHours),
        _ => FormWords.Minutes(Math.Max(0, (int)span.TotalMinutes)),
    };
}
