using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Text;

namespace IllAddins.CustomerContact.Core.Wording;

/// <summary>The words of one class, as they stand in the resource beside it.</summary>
public sealed class RoomWords
{
    private readonly ResourceManager texts;
    private readonly bool kept;

    // By the text, which differs with the language. Some are made for every notice that is sent: none is parsed twice.
    private readonly ConcurrentDictionary<string, CompositeFormat> formats = new(StringComparer.Ordinal);

    /// <summary>The words of a class.</summary>
    /// <param name="room">The class that gives them to its room; X.resx beside X.cs holds them in English, X.de.resx would in German.</param>
    /// <param name="kept">They are stored, in a decision, a notice or History: then they are in the house's language (<see cref="CultureInfo.DefaultThreadCurrentUICulture"/>),
    /// whoever's act made them. False: in the language of whoever reads them now.</param>
    public RoomWords(Type room, bool kept = false) => (texts, this.kept) = (new ResourceManager(room), kept);

    /// <summary>A text without values.</summary>
    /// <exception cref="MissingManifestResourceException">The resource has no such text.</exception>
    public string Text(string name) => texts.GetString(name, kept ? CultureInfo.DefaultThreadCurrentUICulture ?? CultureInfo.InvariantCulture : CultureInfo.CurrentUICulture)
        ?? throw new MissingManifestResourceException($"{texts.BaseName}.resx has no words for '{name}'. Add them.");

    /// <summary>A sentence with values where it says {0}, {1} and so on.</summary>
    /// <inheritdoc cref="Text(string)"/>
    public string Text(string name, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, formats.GetOrAdd(Text(name), CompositeFormat.Parse), values);

    /// <summary>A sentence about a count, which is its {0}: the text named with 'One' behind it where that is 1.</summary>
    /// <inheritdoc cref="Text(string)"/>
    public string Count(string name, long count, params ReadOnlySpan<object?> others) => Text(count == 1 ? $"{name}One" : name, [count, .. others]);
}
