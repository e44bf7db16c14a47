using HarfBuzzSharp;
using IllAddins.CustomerContact.Core.Letters;
using SkiaSharp;

namespace IllAddins.CustomerContact.Letters.Skia;

/// <summary>One font file of the add-in, in memory.</summary>
public sealed class FontFace : IDisposable
{
    private readonly SKData _file;
    private readonly Blob _blob;

    public FontFace(TypeFamily family, bool bold)
    {
        Name = $"NotoSans{(family == TypeFamily.Sans ? "" : family.ToString())}-{(bold ? "Bold" : "Regular")}";
        using var resource = typeof(FontFace).Assembly.GetManifestResourceStream(Name + ".ttf")
            ?? throw new InvalidOperationException($"The add-in was built without its font {Name}.ttf.");
        _file = SKData.Create(resource);
        _blob = new Blob(_file.Data, (int)_file.Size, MemoryMode.ReadOnly);
        _blob.MakeImmutable();
        Face = new Face(_blob, 0);
        Face.MakeImmutable();
    }

    /// <summary>Name of the file without its ending.</summary>
    public string Name { get; }

    internal Face Face { get; }

    public void Dispose()
    {
        Face.Dispose();
        _blob.Dispose();
        _file.Dispose();
    }
}
