using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.ContactForm;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>The Customer Contact form, described: everyone whom a mail does not reach by itself, with the reason on every row.</summary>
public static class ContactScreen
{
    public static Screen Describe(ContactRows rows, MarkCommand mark, IReadOnlyList<ScreenCommand> print) => new()
    {
        Name = "customer-contact",
        Title = "Customer Contact",
        Help = "Customers whose items have arrived and who have not been told yet. E-mails leave by themselves; phone or write to the others and mark them, "
            + "and mend what stands under Needs attention.",
        Columns =
        [
            new() { Name = "Customer", Title = "Customer" },
            new() { Name = "Phone", Title = "Phone" },
            new() { Name = "Title", Title = "Title" },
            new() { Name = "Pickup", Title = "Pickup" },
            new() { Name = "Received", Title = "Received", Secondary = true },
            new() { Name = "Waiting", Title = "Waiting" },
            new() { Name = "Printed", Title = "Printed", Secondary = true },
            new() { Name = "Reason", Title = "Reason" },
            new() { Name = "EMail", Title = "E-mail", Secondary = true },
            new() { Name = "Notice", Title = "Last notice", Secondary = true },
        ],
        Commands =
        [
            .. print,
            Mark("notified-via-phone", "Notified via Phone", StaffMethod.Phone, mark),
            Mark("notified-via-mail", "Notified via Mail", StaffMethod.Mail, mark),
        ],
        LoadAsync = rows.LoadAsync,
    };

    private static ScreenCommand Mark(string name, string title, StaffMethod method, MarkCommand mark) => new()
    {
        Name = name,
        Title = title,
        Section = "Notify",
        Help = $"Moves the selected requests whose customers prefer {method} to '{Marking.StatusFor(method)}'. Others are left alone and named.",
        Groups = [ContactGroup.NeedsAttention.ToString(), method.ToString()],
        NeedsSelection = $"Select requests in the {method} group first.",
        RunAsync = (call, cancellationToken) => mark.RunAsync(call, method, cancellationToken),
    };
}
