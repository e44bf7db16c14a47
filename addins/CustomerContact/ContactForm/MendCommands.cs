using IllAddins.CustomerContact.ContactForm.Mends;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Delays;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>The commands that mend what keeps customers from being told.</summary>
public static class MendCommands
{
    private const string Menu = "Mend";

    public static IReadOnlyList<ScreenCommand> Describe(IAddinHost host, Releases releases)
    {
        var method = new MethodCommand(host);
        return
        [
            new()
            {
                Name = ContactCommands.Release,
                Title = "Release hold",
                Section = Menu,
                Menu = Menu,
                Help = "Lets requests go that the site's script holds in transit until staff release them.",
                Groups = [ContactGroup.NeedsAttention.ToString()],
                NeedsSelection = "Select requests under Needs attention first that a script holds.",
                RunAsync = new ReleaseCommand(host, releases).RunAsync,
            },
            Method(ContactCommands.ToPhone, "Switch to Phone", "Phone", method),
            Method(ContactCommands.ToMail, "Switch to Mail", "Mail", method),
            Method(ContactCommands.ToEMail, "Switch to E-mail", "Electronic", method),
        ];
    }

    private static ScreenCommand Method(string name, string title, string stored, MethodCommand method) => new()
    {
        Name = name,
        Title = title,
        Section = Menu,
        Menu = Menu,
        Help = "Changes how the customers want to be told, on their records; what waits for them is decided anew.",
        NeedsSelection = "Select requests of the customers to change first.",
        RunAsync = (call, cancellationToken) => method.RunAsync(call, stored, cancellationToken),
    };
}
