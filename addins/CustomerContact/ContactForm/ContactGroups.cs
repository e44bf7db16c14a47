using IllAddins.CustomerContact.Core.ContactForm;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>The groups of the form.</summary>
public static class ContactGroups
{
    /// <param name="resting">What scripts keep in transit for now, in words; empty for nothing.</param>
    public static IReadOnlyList<ScreenGroup> Of(string resting) =>
    [
        new() { Key = nameof(ContactGroup.NeedsAttention), Title = "Needs attention", Attention = true },
        new() { Key = nameof(ContactGroup.Phone), Title = "Notification method: Phone" },
        new() { Key = nameof(ContactGroup.Mail), Title = "Notification method: Mail" },
        new()
        {
            Key = nameof(ContactGroup.EMail),
            Title = "Notification method: E-mail",
            Note = resting.Length == 0 ? "sent automatically" : $"sent automatically; {resting}",
            Folded = true,
        },
    ];
}
