using System.Globalization;
using System.Text;
using System.Xml;

namespace IllAddins.WebPlatform.Answers;

/// <summary>Answers as XML: an element for each field, <c>i:nil</c> where it has no value; a list is <c>ArrayOfTransaction</c>.</summary>
internal sealed class XmlForm : ApiForm
{
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true };

    protected override string ContentType => "application/xml; charset=utf-8";

    protected override byte[] One(ApiRecord record) => Written(record.Kind, xml => Write(xml, record));

    protected override byte[] Many(string kind, IReadOnlyList<ApiRecord> records) => Written($"ArrayOf{kind}", xml =>
    {
        foreach (var record in records)
        {
            xml.WriteStartElement(kind);
            Write(xml, record);
            xml.WriteEndElement();
        }
    });

    protected override byte[] Error(string message, IReadOnlyDictionary<string, string> fields) => Written("Error", xml =>
    {
        xml.WriteElementString("Message", Clean(message));
        if (fields.Count == 0)
            return;
        xml.WriteStartElement("ModelState");
        foreach (var (name, problem) in fields)
            xml.WriteElementString(XmlConvert.EncodeLocalName(name), Clean(problem));
        xml.WriteEndElement();
    });

    private static byte[] Written(string root, Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            xml.WriteStartElement(root);
            xml.WriteAttributeString("xmlns", "i", null, Instance);
            write(xml);
            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }

    private static void Write(XmlWriter xml, ApiRecord record)
    {
        foreach (var (name, value) in record.Fields)
        {
            xml.WriteStartElement(name);
            if (value is null)
                xml.WriteAttributeString("nil", Instance, "true");
            else
                xml.WriteString(Text(value));
            xml.WriteEndElement();
        }
    }

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        string text => Clean(text),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    // XML has no place for most control characters and for half of a surrogate pair.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at]))
                clean.Append(text[at]);
            else if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
                clean.Append(text, at++, 2);
            else
                clean.Append('\uFFFD');
        }

        return clean.ToString();
    }
}
