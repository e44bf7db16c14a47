using System.Runtime.InteropServices;

namespace IllAddins.CustomerContact.Letters.Shaping;

/// <summary>
/// Cuts a font down to the glyphs that are printed: else each PDF would hold the whole file. HarfBuzz can, but its .NET
/// binding leaves these functions out, so they are named here (hb-subset.h).
/// </summary>
internal static class FontSubset
{
    private const string HarfBuzz = "libHarfBuzzSharp";
    private const uint NoHinting = 0x1, RetainGlyphIds = 0x2, MissingGlyphBox = 0x40, NoLayoutClosure = 0x200;
    private const int DropTables = 3;

    // Shaping is done before: what it needs has no use in a PDF.
    private static readonly uint[] LayoutTables = [Tag("GSUB"), Tag("GPOS"), Tag("GDEF")];

    /// <summary>A font file that has these glyphs under their old numbers.</summary>
    /// <exception cref="InvalidOperationException">HarfBuzz could not cut the font.</exception>
    public static byte[] File(IGrouping<FontFace, ushort> glyphs)
    {
        var input = hb_subset_input_create_or_fail();
        try
        {
            hb_subset_input_set_flags(input, NoHinting | RetainGlyphIds | MissingGlyphBox | NoLayoutClosure);
            foreach (var glyph in glyphs)
                hb_set_add(hb_subset_input_glyph_set(input), glyph);
            foreach (var table in LayoutTables)
                hb_set_add(hb_subset_input_set(input, DropTables), table);
            var face = hb_subset_or_fail(glyphs.Key.Face.Handle, input);
            GC.KeepAlive(glyphs.Key.Face);
            return face == 0
                ? throw new InvalidOperationException($"HarfBuzz could not cut the font {glyphs.Key.Name} down to the printed glyphs.")
                : Read(face);
        }
        finally
        {
            hb_subset_input_destroy(input);
        }
    }

    private static byte[] Read(nint face)
    {
        var blob = hb_face_reference_blob(face);
        var start = hb_blob_get_data(blob, out var length);
        var file = new byte[length];
        Marshal.Copy(start, file, 0, file.Length);
        hb_blob_destroy(blob);
        hb_face_destroy(face);
        return file;
    }

    private static uint Tag(string name) => (uint)(name[0] << 24 | name[1] << 16 | name[2] << 8 | name[3]);

    [DllImport(HarfBuzz)] private static extern nint hb_subset_input_create_or_fail();
    [DllImport(HarfBuzz)] private static extern void hb_subset_input_destroy(nint input);
    [DllImport(HarfBuzz)] private static extern void hb_subset_input_set_flags(nint input, uint flags);
    [DllImport(HarfBuzz)] private static extern nint hb_subset_input_glyph_set(nint input);
    [DllImport(HarfBuzz)] private static extern nint hb_subset_input_set(nint input, int kind);
    [DllImport(HarfBuzz)] private static extern nint hb_subset_or_fail(nint face, nint input);
    [DllImport(HarfBuzz)] private static extern void hb_set_add(nint set, uint member);
    [DllImport(HarfBuzz)] private static extern nint hb_face_reference_blob(nint face);
    [DllImport(HarfBuzz)] private static extern void hb_face_destroy(nint face);
    [DllImport(HarfBuzz)] private static extern nint hb_blob_get_data(nint blob, out uint length);
    [DllImport(HarfBuzz)] private static extern void hb_blob_destroy(nint blob);
}
