using System.Collections.Frozen;
using System.Collections.Immutable;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>A text that every site may set for its notices.</summary>
/// <param name="Name">As tags name it after <c>LocalInfo.</c></param>
/// <param name="Description">What to put there, for the settings page.</param>
public sealed record LocalInfoField(string Name, string Description);

/// <summary>The site's texts that the default templates use; a site may have more.</summary>
public static class LocalInfoFields
{
    public static readonly ImmutableArray<LocalInfoField> All =
    [
        new("LibraryName", "The library's name as patrons know it."),
        new("LibraryPhone", "The telephone number for questions about a loan."),
        new("LibraryEMail", "The e-mail address for questions about a loan."),
        new("LibraryAddress", "The library's postal address, line by line, for the head of letters."),
        new("PickupPlace", "Where items wait for their readers, e.g. 'the desk on the ground floor'."),
        new("OpeningHours", "When items can be collected, e.g. 'Monday to Friday, 9 am to 6 pm'."),
        new("DueLabel", "Before the day on which an item is due, in lists of items; 'Due' if empty."),
        new("RequestLabel", "Before the number of a request, in lists of items; 'Request' if empty."),
        new("LibraryUseOnlyLabel", "About an item that stays in the library; 'For use in the library only' if empty."),
        new("AlsoForYouLabel", "Above the other items in a letter whose template does not list them; 'Also here for you:' if empty."),
        new("MoreItemsLabel", "Behind the first title in a letter's subject, with {count}; 'and {count} more' if empty."),
        new("PageLabel", "At the foot of letters of several pages, with {page} and {pages}; 'Page {page} of {pages}' if empty."),
        new("TransactionLabel", "Before the numbers at the foot of a letter; 'Transaction' if empty."),
    ];

    private static readonly FrozenSet<string> Names = All.Select(field => field.Name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    internal static bool Knows(string name) => Names.Contains(name);
}
