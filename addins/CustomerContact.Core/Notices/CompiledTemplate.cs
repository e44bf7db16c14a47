using System.Collections.Immutable;
using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>A stored template whose parts have been read; make it once and render it for every request.</summary>
public sealed class CompiledTemplate
{
    private static readonly ImmutableArray<(Func<string> Part, Func<NotificationTemplate, string> Text)> Parts =
    [
        (() => TemplateWords.FromName, template => template.FromName),
        (() => TemplateWords.FromAddress, template => template.FromAddress),
        (() => TemplateWords.ToName, template => template.ToName),
        (() => TemplateWords.ToAddress, template => template.ToAddress),
        (() => TemplateWords.CC, template => template.CC),
        (() => TemplateWords.BCC, template => template.BCC),
        (() => TemplateWords.Subject, template => template.Subject),
        (() => TemplateWords.Body, template => template.Body),
        (() => TemplateWords.HtmlBody, template => template.HtmlBody),
    ];

    private static readonly int HtmlPart = Parts.Length - 1;

    private readonly string name;
    private readonly string site;
    private readonly ImmutableArray<TemplateText> texts;

    private CompiledTemplate(string name, string site, ImmutableArray<TemplateText> texts) =>
        (this.name, this.site, this.texts) = (name, site, texts);

    /// <summary>Reads all parts.</summary>
    /// <param name="template">The stored template.</param>
    /// <param name="site">The site whose template it is, for messages (<see cref="TemplateChoice.Use.Site"/>).</param>
    public static TemplateCompilation From(NotificationTemplate template, string site)
    {
        ArgumentNullException.ThrowIfNull(template);
        var read = Parts.Select(part => TemplateText.Parse(part.Text(template), part.Part())).ToImmutableArray();
        var faults = read.OfType<TemplateParse.Faulty>().SelectMany(faulty => faulty.Faults).ToImmutableArray();
        return faults.IsEmpty
            ? new TemplateCompilation.Compiled(new CompiledTemplate(template.Name, site, [.. read.OfType<TemplateParse.Parsed>().Select(parsed => parsed.Text)]))
            : new TemplateCompilation.Faulty(Told(faults, template.Name, site));
    }

    /// <summary>Renders all parts for one request.</summary>
    public NoticeRendering Render(TemplateFields fields)
    {
        var parts = new string[texts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (texts[i].Render(fields, i == HtmlPart ? HtmlValue.Of : null) is not TemplateRendering.Rendered rendered)
                return new NoticeRendering.Faulty(Check(fields));
            parts[i] = rendered.Text;
        }
        var text = Assemble(parts);
        return string.IsNullOrWhiteSpace(text.Body)
            ? new NoticeRendering.Faulty([TemplateWords.EmptyBody(name, site)])
            : new NoticeRendering.Rendered(text);
    }

    /// <summary>One message for each tag that names no field; empty when all do.</summary>
    public ImmutableArray<string> Check(TemplateFields fields) => Told(texts.SelectMany(text => text.Check(fields)), name, site);

    private static NoticeText Assemble(string[] parts) => new()
    {
        FromName = HeaderText.OneLine(parts[0]),
        FromAddress = HeaderText.OneLine(parts[1]),
        ToName = HeaderText.OneLine(parts[2]),
        ToAddress = HeaderText.OneLine(parts[3]),
        CC = HeaderText.OneLine(parts[4]),
        BCC = HeaderText.OneLine(parts[5]),
        Subject = HeaderText.OneLine(parts[6]),
        Body = string.IsNullOrWhiteSpace(parts[7]) ? HtmlWords.Of(parts[8]) : parts[7],
        HtmlBody = parts[8],
    };

    private static ImmutableArray<string> Told(IEnumerable<TemplateFault> faults, string name, string site) =>
        [.. faults.Select(fault => fault.Told(name, site)).Distinct()];
}

/// <summary>What came of reading a stored template.</summary>
public abstract record TemplateCompilation
{
    private TemplateCompilation()
    {
    }

    public sealed record Compiled(CompiledTemplate Template) : TemplateCompilation;

    /// <summary>One message at least, each whole.</summary>
    public sealed record Faulty(ImmutableArray<string> Messages) : TemplateCompilation;
}

/// <summary>What came of rendering a template for one request.</summary>
public abstract record NoticeRendering
{
    private NoticeRendering()
    {
    }

    public sealed record Rendered(NoticeText Text) : NoticeRendering;

    /// <summary>One message at least, each whole; nothing was rendered.</summary>
    public sealed record Faulty(ImmutableArray<string> Messages) : NoticeRendering;
}
