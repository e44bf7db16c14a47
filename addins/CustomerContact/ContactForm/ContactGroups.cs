using IllAddins.CustomerContact.Core.ContactForm;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>The groups of the form.</summary>
public static class ContactGroups
{
    /// <param name="resting">What scripts keep in transit for now, in words; empty for nothing.</param>
    public static IReadOnlyList<ScreenGroup> Of(string resting) =>
    [
        new() { Key = nameof(ContactGroup.NeedsAttention), Title = FormWords.NeedsAttention, Attention = true },
        new() { Key = nameof(ContactGroup.Phone), Title = FormWords.MethodPhone },
        new() { Key = nameof(ContactGroup.Mail), Title = FormWords.MethodMail },
        new()
        {
            Key = nameof(ContactGroup.EMail),
            Title = FormWords.MethodEMail,
            Note = resting.Length == 0 ? FormWords.SentAutomatically : FormWords.SentAutomaticallyBut(resting),
            Folded = true,
        },
    ];
}
