using IllAddins.CustomerContact.ContactForm.Mends;
using IllAddins.CustomerContact.ContactForm.Writing;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Delivery;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>The commands about e-mails, under Send e-mail now.</summary>
public static class EMailCommands
{
    private const string Menu = "Send e-mail now";
    private const string NeedsSelection = "Select the requests that the e-mail is about first.";

    public static IReadOnlyList<ScreenCommand> Describe(IAddinHost host, TemplateStore templates, ContactRows rows)
    {
        var (send, fix, notices) = (new SendCommand(host, templates), new FixAddressCommand(host), new NoticeCommands(host));
        var (failed, test) = (new ResendFailedCommand(host), new TestSendCommand(host, templates, rows));
        return
        [
            Command(ContactCommands.SendEMail, Menu, "Writes an e-mail from a template that you choose and may change, in place of the one that was to be sent by itself.", send.RunAsync, send.AskAsync),
            Command(ContactCommands.FixAddress, "Fix address and resend", "Corrects the customer's e-mail address on the record and sends again what was refused.", fix.RunAsync, fix.AskAsync),
            Notice(ContactCommands.Resend, "Send again", "Sends an e-mail again that failed, was cancelled, or may not have gone out.", NoticeAct.Resend, notices),
            Notice(ContactCommands.Delivered, "Was delivered", "The customer has the e-mail of which it is not known whether it went out: moves the request on.", NoticeAct.MarkDelivered, notices),
            Notice(ContactCommands.CancelNotice, "Cancel notice", "Takes back an e-mail that has not left. The request stays, under Needs attention.", NoticeAct.Cancel, notices),
            Command("send-failed-again", "Send failed again", "Sends every e-mail again that failed within a time.", failed.RunAsync, failed.AskAsync) with { NeedsSelection = "", AdminsOnly = true },
            Command("test-send", "Test send", "Sends a template to an address of yours, in the words of the request selected or of the first one.", test.RunAsync, test.AskAsync) with { NeedsSelection = "", AdminsOnly = true },
        ];
    }

    private static ScreenCommand Notice(string name, string title, string help, NoticeAct act, NoticeCommands notices) =>
        Command(name, title, help, (call, cancellationToken) => notices.RunAsync(call, act, cancellationToken), null);

    private static ScreenCommand Command(
        string name,
        string title,
        string help,
        Func<CommandCall, CancellationToken, Task<CommandAnswer>> run,
        Func<CommandCall, CancellationToken, Task<CommandForm>>? ask) => new()
        {
            Name = name,
            Title = title,
            Section = "E-mail",
            Menu = Menu,
            Help = help,
            NeedsSelection = NeedsSelection,
            AskAsync = ask,
            RunAsync = run,
        };
}
