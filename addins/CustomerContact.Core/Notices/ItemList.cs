using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>An item that a patron is told about, in words.</summary>
public sealed record ListedItem
{
    public required int TransactionNumber { get; init; }

    /// <summary>The title of the loan, the article or the journal; empty where none is known.</summary>
    public required string Title { get; init; }

    /// <summary>Empty where none is known.</summary>
    public string Author { get; init; } = "";

    /// <summary>When it is due, in the site's form; empty for what the patron keeps.</summary>
    public string Due { get; init; } = "";

    /// <summary>True for what must stay in the library.</summary>
    public bool LibraryUseOnly { get; init; }
}

/// <summary>The words around items, which a site sets in its own language as LocalInfo.</summary>
public sealed record ItemWords
{
    public string Due { get; init; } = "Due";

    public string Request { get; init; } = "Request";

    public string LibraryUseOnly { get; init; } = "For use in the library only";

    /// <summary>Above the other items where a template does not list them itself.</summary>
    public string AlsoForYou { get; init; } = "Also here for you:";

    /// <summary>Behind the first title in a subject; <c>{count}</c> is replaced.</summary>
    public string More { get; init; } = "and {count} more";

    /// <summary>The words of a site.</summary>
    /// <param name="localInfo">The site's texts by name; null or empty where it has none.</param>
    public static ItemWords Of(Func<string, string?> localInfo)
    {
        ArgumentNullException.ThrowIfNull(localInfo);
        var usual = new ItemWords();
        return new ItemWords
        {
            Due = Text("DueLabel", usual.Due),
            Request = Text("RequestLabel", usual.Request),
            LibraryUseOnly = Text("LibraryUseOnlyLabel", usual.LibraryUseOnly),
            AlsoForYou = Text("AlsoForYouLabel", usual.AlsoForYou),
            More = Text("MoreItemsLabel", usual.More),
        };

        string Text(string name, string otherwise) => localInfo(name) is { } text && text.Trim().Length > 0 ? text.Trim() : otherwise;
    }
}

/// <summary>Items as a plain text lists them, and what becomes of a text that knows of one item only.</summary>
public static partial class ItemList
{
    /// <summary>The tag that stands for the list.</summary>
    public const string Tag = "Items";

    /// <summary>One or two lines for each item: title and author, then when it is due and its number. Several are numbered.</summary>
    public static string Of(IReadOnlyList<ListedItem> items, ItemWords words)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(words);
        return string.Join('\n', items.Select((item, i) => Lines(item, items.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"{i + 1}. "), words)));
    }

    /// <summary>The text about the first item, followed by the others where its template does not list them.</summary>
    /// <param name="template">The template's text with its tags.</param>
    /// <param name="body">The same, rendered.</param>
    /// <param name="items">One at least, the one that the text was rendered for first.</param>
    /// <param name="words">The site's words.</param>
    public static string Whole(string template, string body, IReadOnlyList<ListedItem> items, ItemWords words)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(words);
        return items.Count == 1 || ListTag().IsMatch(template) ? body : $"{body.TrimEnd()}\n\n{words.AlsoForYou}\n\n{Of([.. items.Skip(1)], words)}";
    }

    /// <summary>A subject that never ends in nothing, and says how many items stand behind the first.</summary>
    public static string Subject(string rendered, IReadOnlyList<ListedItem> items, ItemWords words)
    {
        ArgumentNullException.ThrowIfNull(rendered);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(words);
        var subject = rendered.Trim();
        if (subject.Length == 0 || subject[^1] is ':' or '-' or '\u2013' or '\u2014')
            subject = $"{subject} {Name(items[0], words)}".Trim();
        return items.Count > 1 && subject.Contains(Name(items[0], words), StringComparison.Ordinal)
            ? $"{subject} {words.More.Replace("{count}", (items.Count - 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)}"
            : subject;
    }

    /// <summary>What an item is called: its title, else the number of its request.</summary>
    public static string Name(ListedItem item, ItemWords words)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(words);
        return HeaderText.OneLine(item.Title) is { Length: > 0 } title ? title : string.Create(CultureInfo.InvariantCulture, $"{words.Request} {item.TransactionNumber}");
    }

    private static string Lines(ListedItem item, string number, ItemWords words)
    {
        ImmutableArray<string> facts =
        [
            .. item.Due.Length > 0 ? [$"{words.Due}: {item.Due}"] : (string[])[],
            .. HeaderText.OneLine(item.Title).Length > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{words.Request}: {item.TransactionNumber}")] : (string[])[],
            .. item.LibraryUseOnly ? [words.LibraryUseOnly] : (string[])[],
        ];
        var (name, author) = (Name(item, words), HeaderText.OneLine(item.Author));
        var title = author.Length > 0 ? $"{name} / {author}" : name;
        return facts.IsEmpty ? number + title : $"{number}{title}\n    {string.Join(" \u00B7 ", facts)}";
    }

    [GeneratedRegex(@"<#\s*Items[\s/>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ListTag();
}
