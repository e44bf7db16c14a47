using IllAddins.CustomerContact.ContactForm.Calls;
using IllAddins.CustomerContact.ContactForm.Marks;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.ContactForm;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>The commands by which staff say that they told a customer, or tried to.</summary>
public static class NotifyCommands
{
    private static readonly string Attention = ContactGroup.NeedsAttention.ToString();

    public static IReadOnlyList<ScreenCommand> Describe(MarkCommand mark, CallCommand calls) =>
    [
        new()
        {
            Name = ContactCommands.NotifiedViaPhone,
            Title = RibbonWords.NotifiedViaPhone,
            Section = FormWords.Notify,
            Menu = RibbonWords.NotifiedViaPhone,
            Help = RibbonWords.NotifiedViaPhoneHelp(Marking.StatusFor(StaffMethod.Phone)),
            Groups = [Attention, ContactGroup.Phone.ToString()],
            NeedsSelection = RibbonWords.SelectForPhone,
            AskAsync = (call, cancellationToken) => mark.AskAsync(call, StaffMethod.Phone, cancellationToken),
            RunAsync = (call, cancellationToken) => mark.RunAsync(call, StaffMethod.Phone, cancellationToken),
        },
        Call("left-message", RibbonWords.LeftMessage, PhoneOutcome.LeftMessage, calls),
        Call("no-answer", RibbonWords.NoAnswer, PhoneOutcome.NoAnswer, calls),
        new()
        {
            Name = ContactCommands.NotifiedViaMail,
            Title = RibbonWords.NotifiedViaMail,
            Section = FormWords.Notify,
            Menu = "",
            Help = RibbonWords.NotifiedViaMailHelp(Marking.StatusFor(StaffMethod.Mail)),
            Groups = [Attention, ContactGroup.Mail.ToString()],
            NeedsSelection = RibbonWords.SelectForMail,
            AskAsync = (call, cancellationToken) => mark.AskAsync(call, StaffMethod.Mail, cancellationToken),
            RunAsync = (call, cancellationToken) => mark.RunAsync(call, StaffMethod.Mail, cancellationToken),
        },
    ];

    private static ScreenCommand Call(string name, string title, PhoneOutcome outcome, CallCommand calls) => new()
    {
        Name = name,
        Title = title,
        Section = FormWords.Notify,
        Menu = RibbonWords.NotifiedViaPhone,
        Help = RibbonWords.NotReachedHelp,
        NeedsSelection = RibbonWords.SelectPhoned,
        AskAsync = (call, cancellationToken) => calls.AskAsync(call, outcome, cancellationToken),
        RunAsync = (call, cancellationToken) => calls.RunAsync(call, outcome, cancellationToken),
    };
}
