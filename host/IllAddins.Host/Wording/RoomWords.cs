using System.Globalization;
using System.Resources;

namespace IllAddins.Host.Wording;

/// <summary>The words of one class, as they stand in the resource beside it.</summary>
/// <param name="room">The class that gives them to its room; X.resx beside X.cs holds them in English, X.de.resx would in German.</param>
/// <remarks>Read in the language of <see cref="CultureInfo.CurrentUICulture"/>, in English where that has none. Values are set as every site reads them: 1,234.5.</remarks>
public sealed class RoomWords(Type room)
{
    private readonly ResourceManager texts = new(room);

    /// <summary>A text without values.</summary>
    /// <exception cref="MissingManifestResourceException">The resource has no such text.</exception>
    public string Text(string name) =>
        texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"{room.Name}.resx has no words for '{name}'. Add them.");

    /// <summary>A sentence with values where it says {0}, {1} and so on.</summary>
    /// <inheritdoc cref="Text(string)"/>
    public string Text(string name, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, Text(name), values);

    /// <summary>A sentence about a count, which is its {0}: the text named with 'One' behind it where that is 1.</summary>
    /// <inheritdoc cref="Text(string)"/>
    public string Count(string name, double count, params ReadOnlySpan<object?> others) => Text(count == 1 ? $"{name}One" : name, [count, .. others]);
}
