using System.Runtime.InteropServices;
using HarfBuzzSharp;
using IllAddins.CustomerContact.Core.Letters;

namespace IllAddins.CustomerContact.Letters.Shaping;

/// <summary>One font file of the add-in, in memory.</summary>
public sealed class FontFace : IDisposable
{
    private readonly nint _file;
    private readonly Blob _blob;

    public FontFace(TypeFamily family, bool bold)
    {
        Name = $"NotoSans{(family == TypeFamily.Sans ? "" : family.ToString())}-{(bold ? "Bold" : "Regular")}";
        using var resource = typeof(FontFace).Assembly.GetManifestResourceStream(Name + ".ttf")
            ?? throw new InvalidOperationException($"The add-in was built without its font {Name}.ttf.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        // HarfBuzz keeps the address: outside of what the runtime moves about.
        _file = Marshal.AllocHGlobal(bytes.Length);
        Marshal.Copy(bytes, 0, _file, bytes.Length);
        _blob = new Blob(_file, bytes.Length, MemoryMode.ReadOnly);
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
