using System.Globalization;
using System.Text.RegularExpressions;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>What stands between <c>&lt;#</c> and <c>&gt;</c>.</summary>
internal abstract partial record TagContent
{
    private const int LargestSize = 10_000;

    private TagContent()
    {
    }

    public sealed record Good(string Written, FieldSet Set, string Name, int? MaxSize) : TagContent;

    /// <summary>Not a tag: what was found, and what to do about it.</summary>
    public sealed record Bad(string Found, string Advice) : TagContent;

    public static TagContent Read(ReadOnlySpan<char> inside)
    {
        var content = inside.Trim().TrimEnd('/').Trim();
        var name = NameAtStart(content);
        if (name.Length == 0)
            return new Bad(TemplateWords.TagWithoutField(inside.ToString()), TemplateWords.WriteField);
        return ReadSize(name, content[name.Length..].ToString(), out var size) is { } bad ? bad : Named(name.ToString(), size);
    }

    /// <summary>The field's name that a content begins with; empty if it begins with none.</summary>
    public static ReadOnlySpan<char> NameAtStart(ReadOnlySpan<char> content)
    {
        var length = 0;
        while (length < content.Length && (char.IsLetterOrDigit(content[length]) || content[length] is '_' or '.'))
            length++;
        return content[..length];
    }

    private static Bad? ReadSize(ReadOnlySpan<char> name, string attributes, out int? size)
    {
        size = null;
        var at = 0;
        for (var match = Attribute().Match(attributes); match.Success; match = match.NextMatch())
        {
            var (key, value) = (match.Groups["key"].Value, match.Groups["value"].Value);
            if (!key.Equals("MaxSize", StringComparison.OrdinalIgnoreCase))
                return new Bad(TemplateWords.UnknownAttribute(name.ToString(), key), TemplateWords.KnownAttribute);
            if (size is not null)
                return new Bad(TemplateWords.MaxSizeTwice(name.ToString()), TemplateWords.KeepOneMaxSize);
            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > LargestSize)
                return new Bad(TemplateWords.BadMaxSize(name.ToString(), value), TemplateWords.AllowedMaxSize(LargestSize));
            size = number;
            at = match.Index + match.Length;
        }
        return string.IsNullOrWhiteSpace(attributes[at..])
            ? null
            : new Bad(TemplateWords.TextAfterField(attributes[at..].Trim(), name.ToString()), TemplateWords.AllowedAfterField);
    }

    private static Good Named(string written, int? size)
    {
        var dot = written.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return new Good(written, FieldSet.Any, written, size);
        var set = written[..dot].ToUpperInvariant() switch
        {
            "TRANSACTION" => FieldSet.Transaction,
            "USER" => FieldSet.User,
            "LOCALINFO" => FieldSet.LocalInfo,
            _ => FieldSet.NoSuch,
        };
        return new Good(written, set, written[(dot + 1)..], size);
    }

    [GeneratedRegex("""\G\s+(?<key>[\w-]+)\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"']+))""", RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();
}
