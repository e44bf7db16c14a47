using System.Runtime.InteropServices;
using HarfBuzzSharp;
using IllAddins.CustomerContact.Core.Letters;

namespace IllAddins.CustomerContact.Letters.Shaping;

/// <summary>One font file of the add-in, in memory.</summary>
public sealed class FontFace : IDisposable
{
    private const int Part = 32 * 1024;

    private readonly nint _file;
    private readonly Blob _blob;

    public FontFace(TypeFamily family, bool bold)
    {
        Name = $"NotoSans{(family == TypeFamily.Sans ? "" : family.ToString())}-{(bold ? "Bold" : "Regular")}";
        using var resource = typeof(FontFace).Assembly.GetManifestResourceStream(Name + ".ttf")
            ?? throw new InvalidOperationException($"The add-in was built without its font {Name}.ttf.");
        // HarfBuzz keeps the address: outside of what the runtime moves about.
        var length = (int)resource.Length;
        _file = Marshal.AllocHGlobal(length);
        var part = new byte[Part];
        for (var at = 0; at < length;)
        {
            var read = resource.Read(part);
            Marshal.Copy(part, 0, _file + at, read);
            at += read;
        }
        _blob = new Blob(_file, length, MemoryMode.ReadOnly);
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
        Marshal.FreeHGlobal(_file);
    }
}
