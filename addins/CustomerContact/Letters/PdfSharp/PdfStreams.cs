using System.IO.Compression;
using PdfSharpCore.Pdf;

namespace IllAddins.CustomerContact.Letters.PdfSharp;

/// <summary>Streams of a file.</summary>
internal static class PdfStreams
{
    /// <summary>Adds bytes, deflated, as an object of the file.</summary>
    public static PdfDictionary Add(PdfDocument pdf, byte[] bytes)
    {
        using var deflated = new MemoryStream();
        using (var zip = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(bytes);
        // The library takes a line feed at the end of the bytes for the one that the file needs behind them. Nothing reads what stands behind deflated bytes.
        if (deflated.GetBuffer()[(int)deflated.Length - 1] is (byte)'\n' or (byte)'\r')
            deflated.WriteByte(0);
        var stream = new PdfDictionary(pdf);
        stream.Elements["/Filter"] = new PdfName("/FlateDecode");
        stream.CreateStream(deflated.ToArray());
        pdf.Internals.AddObject(stream);
        return stream;
    }
}
