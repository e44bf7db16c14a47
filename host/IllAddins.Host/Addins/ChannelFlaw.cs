using System.Text.RegularExpressions;

namespace IllAddins.Host.Addins;

/// <summary>What is wrong with the description of a channel, a template field or a health check, as the rest of a sentence <c>X registers ...</c>; null where nothing is.</summary>
public static partial class ChannelFlaw
{
    private static readonly string[] Known =
        ["Electronic", "E-Mail", "Email", "via E-Mail", "via Email", "Phone", "via Phone", "Telephone", "via Telephone", "Mail", "via Mail", "Letter"];

    private static readonly string[] FieldSets = ["Transaction", "User", "LocalInfo", "Items"];

    public static string? Of(NotificationChannel channel, IReadOnlyDictionary<string, string> taken) =>
        channel.Name is null || !AChannel().IsMatch(channel.Name) || Known.Contains(channel.Name, StringComparer.OrdinalIgnoreCase)
            ? $"the channel '{channel.Name}'. Its name is letters, digits and hyphens, at most 20, and not that of e-mail, phone or letter; e.g. 'SMS'."
        : channel.Methods is null or [] || channel.Methods.Any(string.IsNullOrWhiteSpace) ? Without("channel", channel.Name, nameof(NotificationChannel.Methods))
        : channel.SendAsync is null ? Without("channel", channel.Name, nameof(NotificationChannel.SendAsync))
        : channel.Methods.FirstOrDefault(method => Known.Contains(method.Trim(), StringComparer.OrdinalIgnoreCase)) is { } known
            ? $"the channel '{channel.Name}' for the method '{known}', which e-mail, phone or letter takes. Name another, e.g. 'SMS'."
        : channel.Methods.FirstOrDefault(method => taken.ContainsKey(method.Trim())) is { } method
            ? $"the channel '{channel.Name}' for the method '{method}', which the channel {taken[method.Trim()]} takes already. Remove one of the two add-ins."
        : null;

    public static string? Of(string addin, TemplateField field) =>
        !AName().IsMatch(addin) || FieldSets.Contains(addin, StringComparer.OrdinalIgnoreCase)
            ? $"the template field '{field.Name}', and templates cannot write <#{addin}.{field.Name}>: the add-in's name must be letters and digits, and none of {string.Join(", ", FieldSets)}. Rename its assembly."
        : field.Name is null || !AName().IsMatch(field.Name) ? $"the template field '{field.Name}'. Its name is a letter, then letters and digits, e.g. 'Shelf'."
        : string.IsNullOrWhiteSpace(field.Description) ? Without("template field", field.Name, nameof(TemplateField.Description))
        : field.ResolveAsync is null ? Without("template field", field.Name, nameof(TemplateField.ResolveAsync))
        : null;

    public static string? Of(HealthCheck check) =>
        string.IsNullOrWhiteSpace(check.Name) ? "a health check without a name. Give it one that admins can read, e.g. 'Gateway'."
        : check.LookAsync is null ? Without("health check", check.Name, nameof(HealthCheck.LookAsync))
        : null;

    private static string Without(string kind, string name, string member) => $"the {kind} '{name}' without {member}. Set it.";

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9-]{0,18}[A-Za-z0-9])?\z")]
    private static partial Regex AChannel();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]{0,59}\z")]
    private static partial Regex AName();
}
