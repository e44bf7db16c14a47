using System.Collections.Immutable;
using System.Diagnostics;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>A text with tags, read once and rendered as often as wanted.</summary>
/// <remarks>
/// A tag is <c>&lt;#Transaction.LoanTitle&gt;</c>, <c>&lt;#LoanTitle&gt;</c> or <c>&lt;#LoanTitle MaxSize="10"&gt;</c>; names do not depend on
/// case, white space is free, <c>/&gt;</c> may close it, and it stands on one line. <c>&lt;#</c> begins a tag only before a letter, an underscore or the
/// closing <c>&gt;</c>; every other <c>&lt;</c> and <c>&lt;#</c> (<c>a &lt; b</c>, <c>&lt;#1&gt;</c>) is text.
/// </remarks>
public sealed class TemplateText
{
    private readonly ImmutableArray<TemplateSegment> segments;

    internal TemplateText(ImmutableArray<TemplateSegment> segments) => this.segments = segments;

    /// <summary>Reads a template's text.</summary>
    /// <param name="text">The text; empty is allowed.</param>
    /// <param name="part">What the text is, for messages: <c>subject</c>; null for <c>body</c>.</param>
    public static TemplateParse Parse(string text, string? part = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new TemplateParser(text, part ?? TemplateWords.Body).Parse();
    }

    /// <summary>Puts the values in place of the tags. A value is never read as template: a title that holds a tag stays as it is.</summary>
    /// <param name="fields">The values.</param>
    /// <param name="encode">Makes each value safe where it is put, after it was cut to its size; null puts it as it is.</param>
    public TemplateRendering Render(TemplateFields fields, Func<string, string>? encode = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var pieces = new string[segments.Length];
        for (var i = 0; i < pieces.Length; i++)
        {
            var piece = Piece(segments[i], fields, encode);
            if (piece is null)
                return new TemplateRendering.Faulty(Check(fields));
            pieces[i] = piece;
        }
        return new TemplateRendering.Rendered(string.Concat(pieces));
    }

    /// <summary>The tags that name no field; empty when all do.</summary>
    public ImmutableArray<TemplateFault> Check(TemplateFields fields) =>
    [
        .. segments.OfType<TemplateSegment.Tag>()
            .Where(tag => !fields.TryFind(tag, out _))
            .Select(tag => new TemplateFault(tag.Line, tag.Column, FieldSuggestion.Complaint(tag, fields))),
    ];

    private static string? Piece(TemplateSegment segment, TemplateFields fields, Func<string, string>? encode) => segment switch
    {
        TemplateSegment.Literal literal => literal.Text,
        TemplateSegment.Tag tag => fields.TryFind(tag, out var value) ? Encoded(TextElements.First(value, tag.MaxSize), encode) : null,
        _ => throw new UnreachableException(),
    };

    private static string Encoded(string value, Func<string, string>? encode) => encode is null ? value : encode(value);
}

/// <summary>What came of reading a template's text.</summary>
public abstract record TemplateParse
{
    private TemplateParse()
    {
    }

    public sealed record Parsed(TemplateText Text) : TemplateParse;

    /// <summary>One fault at least, in the order of the text.</summary>
    public sealed record Faulty(ImmutableArray<TemplateFault> Faults) : TemplateParse;
}

/// <summary>What came of rendering a text.</summary>
public abstract record TemplateRendering
{
    private TemplateRendering()
    {
    }

    public sealed record Rendered(string Text) : TemplateRendering;

    /// <summary>One fault at least, in the order of the text; nothing was rendered.</summary>
    public sealed record Faulty(ImmutableArray<TemplateFault> Faults) : TemplateRendering;
}
