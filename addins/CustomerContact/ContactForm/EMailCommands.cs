using IllAddins.CustomerContact.ContactForm.Mends;
using IllAddins.CustomerContact.ContactForm.Writing;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Delivery;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>The commands about e-mails, under Send e-mail now.</summary>
public static class EMailCommands
{
    public static IReadOnlyList<ScreenCommand> Describe(IAddinHost host, TemplateStore templates, ContactRows rows)
    {
        var (send, failed, test) = (new SendCommand(host, templates), new ResendFailedCommand(host), new TestSendCommand(host, templates, rows));
        return
        [
            Command(ContactCommands.SendEMail, RibbonWords.SendEMail, RibbonWords.SendEMailHelp, send.RunAsync, send.AskAsync),
            .. OfNotices(host),
            Command("send-failed-again", RibbonWords.SendFailedAgain, RibbonWords.SendFailedAgainHelp, failed.RunAsync, failed.AskAsync) with { NeedsSelection = "", AdminsOnly = true },
            Command("test-send", RibbonWords.TestSend, RibbonWords.TestSendHelp, test.RunAsync, test.AskAsync) with { NeedsSelection = "", AdminsOnly = true },
        ];
    }

    /// <summary>What staff decide about e-mails that were made.</summary>
    public static IReadOnlyList<ScreenCommand> OfNotices(IAddinHost host)
    {
        var (fix, notices) = (new FixAddressCommand(host), new NoticeCommands(host));
        return
        [
            Command(ContactCommands.FixAddress, RibbonWords.FixAddress, RibbonWords.FixAddressHelp, fix.RunAsync, fix.AskAsync),
            Notice(ContactCommands.Resend, RibbonWords.SendAgain, RibbonWords.SendAgainHelp, NoticeAct.Resend, notices),
            Notice(ContactCommands.Delivered, RibbonWords.WasDelivered, RibbonWords.WasDeliveredHelp, NoticeAct.MarkDelivered, notices),
            Notice(ContactCommands.CancelNotice, RibbonWords.CancelNotice, RibbonWords.CancelNoticeHelp, NoticeAct.Cancel, notices),
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
            Section = FormWords.EMail,
            Menu = RibbonWords.SendEMail,
            Help = help,
            NeedsSelection = RibbonWords.SelectForEMail,
            AskAsync = ask,
            RunAsync = run,
        };
}
