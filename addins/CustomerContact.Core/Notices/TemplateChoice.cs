using System.Diagnostics;
using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>Which template a notice is written from.</summary>
public abstract record TemplateChoice
{
    private TemplateChoice()
    {
    }

    /// <summary>This one, which is enabled and belongs to <paramref name="Site"/>.</summary>
    public sealed record Use(NotificationTemplate Template, string Site, string Why) : TemplateChoice;

    /// <summary>None, so no mail is sent.</summary>
    public sealed record Hold(string Reason, HoldKind Kind) : TemplateChoice;

    /// <summary>Chooses from the stored templates: by the script's answer, else by process type, request type and delivery method.</summary>
    /// <param name="facts">The request.</param>
    /// <param name="answer">What the script said.</param>
    /// <param name="script">The script's name and version for staff, e.g. <c>MAIN/notify.lua v7</c>.</param>
    /// <param name="shelf">The stored templates.</param>
    public static TemplateChoice Decide(ContactFacts facts, TemplateAnswer answer, string script, TemplateShelf shelf)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(shelf);
        return answer switch
        {
            TemplateAnswer.Named named when !string.IsNullOrWhiteSpace(named.Name) => Scripted(facts, named.Name.Trim(), named.Reason, script, shelf),
            TemplateAnswer.Named => NoName(script, NoticeWords.EmptyText),
            TemplateAnswer.Suppress suppress => new Hold(WithReason(NoticeWords.NoMailByScript(script), suppress.Reason), HoldKind.Suppressed),
            TemplateAnswer.Default or TemplateAnswer.NoHook => ByDefault(facts, answer.Reason, shelf),
            TemplateAnswer.Fault fault => new Hold(fault.Text, HoldKind.ScriptFault),
            TemplateAnswer.Unexpected unexpected => NoName(script, unexpected.Answered),
            _ => throw new UnreachableException(),
        };
    }

    private static TemplateChoice Scripted(ContactFacts facts, string name, string? reason, string script, TemplateShelf shelf) => shelf.Find(name, facts.Site) switch
    {
        ShelfAnswer.Found found => Enabled(found, script, reason),
        ShelfAnswer.Missing missing => new Hold(NoticeWords.UnknownTemplateByScript(script, name, Unknown(facts, missing)), HoldKind.NoTemplate),
        _ => throw new UnreachableException(),
    };

    private static TemplateChoice ByDefault(ContactFacts facts, string? reason, TemplateShelf shelf)
    {
        if (TemplateNames.For(facts) is DefaultTemplateName.None none)
            return new Hold(none.Reason, none.Kind);
        var name = ((DefaultTemplateName.Named)TemplateNames.For(facts)).Name;
        return shelf.Find(name, facts.Site) switch
        {
            ShelfAnswer.Found found => Enabled(found, NoticeWords.DefaultChoice, reason),
            ShelfAnswer.Missing missing => new Hold(NoticeWords.DefaultTemplateGone(name, Unknown(facts, missing)), HoldKind.NoTemplate),
            _ => throw new UnreachableException(),
        };
    }

    private static TemplateChoice Enabled(ShelfAnswer.Found found, string source, string? reason)
    {
        var words = NoticeWords.TemplateOfSite(found.Template.Name, found.Site);
        return found.Template.Enabled
            ? new Use(found.Template, found.Site, WithReason(NoticeWords.ChosenBy(source, words), reason))
            : new Hold(NoticeWords.TemplateDisabled(words), HoldKind.TemplateDisabled);
    }

    private static string WithReason(string why, string? reason) => reason is null ? why : FactWords.WithReason(why, reason);

    private static string Unknown(ContactFacts facts, ShelfAnswer.Missing missing)
    {
        var site = string.IsNullOrWhiteSpace(facts.Site) ? TemplateNames.DefaultSite : facts.Site.Trim();
        if (!missing.OtherSites.IsEmpty)
            return NoticeWords.TemplateOfOtherSites(site, string.Join(", ", missing.OtherSites));
        return missing.Similar.IsEmpty
            ? NoticeWords.UnknownTemplate(site)
            : NoticeWords.UnknownTemplateButSimilar(site, string.Join(", ", missing.Similar.Select(name => $"'{name}'")));
    }

    private static Hold NoName(string script, string answered) => new(NoticeWords.NoTemplateNamed(script, answered), HoldKind.ScriptFault);
}
