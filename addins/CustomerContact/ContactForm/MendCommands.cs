using IllAddins.CustomerContact.ContactForm.Mends;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Delays;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>The commands that mend what keeps customers from being told.</summary>
public static class MendCommands
{

    public static IReadOnlyList<ScreenCommand> Describe(IAddinHost host, Releases releases)
    {
        var method = new MethodCommand(host);
        return
        [
            new()
            {
                Name = ContactCommands.Release,
                Title = RibbonWords.ReleaseHold,
                Section = FormWords.Mend,
                Menu = FormWords.Mend,
                Help = RibbonWords.ReleaseHoldHelp,
                Groups = [ContactGroup.NeedsAttention.ToString()],
                NeedsSelection = RibbonWords.SelectHeld,
                RunAsync = new ReleaseCommand(host, releases).RunAsync,
            },
            Method(ContactCommands.ToPhone, RibbonWords.SwitchToPhone, "Phone", method),
            Method(ContactCommands.ToMail, RibbonWords.SwitchToMail, "Mail", method),
            Method(ContactCommands.ToEMail, RibbonWords.SwitchToEMail, "Electronic", method),
        ];
    }

    private static ScreenCommand Method(string name, string title, string stored, MethodCommand method) => new()
    {
        Name = name,
        Title = title,
        Section = FormWords.Mend,
        Menu = FormWords.Mend,
        Help = RibbonWords.SwitchHelp,
        NeedsSelection = RibbonWords.SelectToSwitch,
        RunAsync = (call, cancellationToken) => method.RunAsync(call, stored, cancellationToken),
    };
}
