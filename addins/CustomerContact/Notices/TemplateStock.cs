using System.Diagnostics;
using IllAddins.CustomerContact.Core.Notices;

namespace IllAddins.CustomerContact.Notices;

/// <summary>The templates at one moment; each is read once and rendered for every request.</summary>
public sealed class TemplateStock(IEnumerable<NotificationTemplate> templates, string version, long change)
{
    private readonly Dictionary<NotificationTemplate, TemplateCompilation> read = new(ReferenceEqualityComparer.Instance);

    /// <summary>Changes when any template does.</summary>
    public string Version => version;

    /// <summary>The number of the last change of any template.</summary>
    public long Change => change;

    public TemplateShelf Shelf { get; } = new(templates);

    /// <summary>Renders a template.</summary>
    /// <param name="template">One of the shelf's.</param>
    /// <param name="site">The site whose template it is.</param>
    /// <param name="fields">The values of one request.</param>
    public NoticeRendering Render(NotificationTemplate template, string site, TemplateFields fields)
    {
        if (!read.TryGetValue(template, out var compilation))
            read[template] = compilation = CompiledTemplate.From(template, site);
        return compilation switch
        {
            TemplateCompilation.Compiled compiled => compiled.Template.Render(fields),
            TemplateCompilation.Faulty faulty => new NoticeRendering.Faulty(faulty.Messages),
            _ => throw new UnreachableException(),
        };
    }
}
