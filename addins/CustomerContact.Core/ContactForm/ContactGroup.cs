namespace IllAddins.CustomerContact.Core.ContactForm;

/// <summary>The groups of the Customer Contact form, in the order in which they stand there.</summary>
public enum ContactGroup
{
    NeedsAttention,
    Phone,
    Mail,
    EMail,
}
