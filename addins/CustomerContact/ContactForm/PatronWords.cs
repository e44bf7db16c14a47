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
            _ => $"{last}, {first}",
        };
    }

    /// <summary>The phone and the mobile number, those there are.</summary>
    public static string Phone(User user) =>
        string.Join(" / ", ((string[])[user.Text("Phone").Trim(), user.Text("MobilePhone").Trim()]).Where(number => number.Length > 0).Distinct());

    /// <summary>The title of the loan, or of the article.</summary>
    public static string Title(Transaction transaction) => NoticeItems.Title(transaction);

    /// <summary>A time span in its largest whole unit.</summary>
    public static string Waiting(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => $"{(int)span.TotalDays} d",
        { TotalHours: >= 1 } => $"{(int)span.TotalHours} h",
        _ => $"{Math.Max(0, (int)span.TotalMinutes)} min",
    };
}
