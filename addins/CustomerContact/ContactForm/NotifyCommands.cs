using IllAddins.CustomerContact.ContactForm.Calls;
using IllAddins.CustomerContact.ContactForm.Marks;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.ContactForm;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>The commands by which staff say that they told a customer, or tried to.</summary>
public static class NotifyCommands
{
    private const string PhoneMenu = "Notified via Phone";
    private static readonly string Attention = ContactGroup.NeedsAttention.ToString();

    public static IReadOnlyList<ScreenCommand> Describe(MarkCommand mark, CallCommand calls) =>
    [
        Mark(ContactCommands.NotifiedViaPhone, PhoneMenu, PhoneMenu, StaffMethod.Phone, mark),
        Call("left-message", "Left message", PhoneOutcome.LeftMessage, calls),
        Call("no-answer", "No answer", PhoneOutcome.NoAnswer, calls),
        Mark(ContactCommands.NotifiedViaMail, "Notified via Mail", "", StaffMethod.Mail, mark),
    ];

    private static ScreenCommand Mark(string name, string title, string menu, StaffMethod method, MarkCommand mark) => new()
    {
        Name = name,
        Title = title,
        Section = "Notify",
        Menu = menu,
        Help = $"The customer was told: moves the selected requests of customers who prefer {method}, and those under Needs attention, to '{Marking.StatusFor(method)}'{(method == StaffMethod.Mail ? " or the status that the site's settings name" : "")}. Others are left alone and named.",
        Groups = [Attention, method.ToString()],
        NeedsSelection = $"Select requests in the {method} group first.",
        AskAsync = (call, cancellationToken) => mark.AskAsync(call, method, cancellationToken),
        RunAsync = (call, cancellationToken) => mark.RunAsync(call, method, cancellationToken),
    };

    private static ScreenCommand Call(string name, string title, PhoneOutcome outcome, CallCommand calls) => new()
    {
        Name = name,
        Title = title,
        Section = "Notify",
        Menu = PhoneMenu,
        Help = "The customer was not reached: counts the attempt. The requests stay in the list.",
        NeedsSelection = "Select the requests that you phoned about first.",
        AskAsync = (call, cancellationToken) => calls.AskAsync(call, outcome, cancellationToken),
        RunAsync = (call, cancellationToken) => calls.RunAsync(call, outcome, cancellationToken),
    };
}
