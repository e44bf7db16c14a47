using System.Globalization;
using System.Xml.Linq;

namespace IllAddins.CustomerContact.Letters.PdfSharp;

/// <summary>What a file tells of itself as XMP, and that it is PDF/A-2b.</summary>
internal static class PdfMetadata
{
    private static readonly XNamespace Meta = "adobe:ns:meta/", Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", Dc = "http://purl.org/dc/elements/1.1/",
        Xmp = "http://ns.adobe.com/xap/1.0/", PdfA = "http://www.aiim.org/pdfa/ns/id/";

    public static string Of(PdfFacts facts)
    {
        var description = new XElement(
            Rdf + "Description",
            new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XAttribute(XNamespace.Xmlns + "xmp", Xmp),
            new XAttribute(XNamespace.Xmlns + "pdfaid", PdfA),
            new XAttribute(Rdf + "about", ""),
            new XElement(PdfA + "part", 2),
            new XElement(PdfA + "conformance", "B"),
            new XElement(Dc + "title", new XElement(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), facts.Title))),
            new XElement(Xmp + "CreatorTool", "IllAddins"));
        if (facts.CreatedAt is { } at)
            foreach (var name in (string[])["CreateDate", "ModifyDate"])
                description.Add(new XElement(Xmp + name, at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss+00:00", CultureInfo.InvariantCulture)));
        var whole = new XElement(
            Meta + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", Meta),
            new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf), description));
        return $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{whole}\n<?xpacket end=\"w\"?>";
    }
}
