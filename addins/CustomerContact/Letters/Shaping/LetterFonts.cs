using System.Collections.Immutable;
using IllAddins.CustomerContact.Core.Letters;

namespace IllAddins.CustomerContact.Letters.Shaping;

/// <summary>The fonts that travel with the add-in, each read when it is first asked for and never changed: safe to share between threads.</summary>
public sealed class LetterFonts : IDisposable
{
    private readonly ImmutableArray<Lazy<FontFace>> _faces = [.. Enum.GetValues<TypeFamily>().SelectMany(
        family => new[] { new Lazy<FontFace>(() => new FontFace(family, bold: false)), new Lazy<FontFace>(() => new FontFace(family, bold: true)) })];

    public FontFace Face(TypeFamily family, bool bold) => _faces[(int)family * 2 + (bold ? 1 : 0)].Value;

    public void Dispose()
    {
        foreach (var face in _faces.Where(face => face.IsValueCreated))
            face.Value.Dispose();
    }
}
