namespace IllAddins.CustomerContact.ContactForm.Printing;

/// <summary>An address as it stands in the window of an envelope.</summary>
public static class PostalAddress
{
    /// <summary>The user's name (the user name where there is none) and address; just the name where no address is known.</summary>
    public static List<string> Lines(User user) => Lines([Name(user), user.Text("Address"), user.Text("Address2"), Place(user), user.Text("Country")]);

    /// <summary>The lines of several texts, without empty ones.</summary>
    public static List<string> Lines(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => text.Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static string Name(User user) => Joined(" ", user.Text("FirstName"), user.Text("LastName")) is { Length: > 0 } name ? name : user.UserName;

    // The comma belongs to the American form; a city without a state stands with its postal code alone.
    private static string Place(User user) => user.Text("State").Trim().Length == 0
        ? Joined(" ", user.Text("City"), user.Text("Zip"))
        : Joined(", ", user.Text("City"), Joined(" ", user.Text("State"), user.Text("Zip")));

    private static string Joined(string between, params string[] parts) =>
        string.Join(between, parts.Select(part => part.Trim()).Where(part => part.Length > 0));
}
