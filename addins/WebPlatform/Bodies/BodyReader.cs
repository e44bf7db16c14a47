using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace IllAddins.WebPlatform.Bodies;

/// <summary>Reads a body for what it is, JSON, XML or a form: scripts often name another content type than they send, or none.</summary>
internal static class BodyReader
{
    // The reader names every element that is left open when the text ends: of a million of them that takes hours.
    private const int MostLevels = 64;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<BodyReading> ReadAsync(EndpointCall call, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await call.Body.CopyToAsync(bytes, cancellationToken);
        try
        {
            var text = Utf8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)).Trim('\uFEFF', ' ', '\t', '\r', '\n');
            return text switch
            {
                [] => new BodyReading.Unreadable("Found an empty body, expected the fields as JSON."),
                ['{', ..] => Json(text),
                ['[', ..] => new BodyReading.Unreadable("Found a JSON array, expected one object."),
                ['<', ..] => Xml(text),
                _ => Form(text),
            };
        }
        catch (ArgumentException)
        {
            return new BodyReading.Unreadable("Found bytes that are not UTF-8.");
        }
    }

    private static BodyReading Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var fields = new BodyFields();
            foreach (var property in document.RootElement.EnumerateObject())
                AddJson(fields, property);
            return fields.Reading();
        }
        catch (JsonException fault)
        {
            return new BodyReading.Unreadable($"Found text that is not JSON, in line {(fault.LineNumber ?? 0) + 1} at byte {(fault.BytePositionInLine ?? 0) + 1}.");
        }
        catch (InvalidOperationException)
        {
            // The reader's answer to half of a surrogate pair, e.g. "\ud83d" alone.
            return new BodyReading.Unreadable("Found an escape (\\u...) that is no character.");
        }
    }

    private static void AddJson(BodyFields fields, JsonProperty property)
    {
        switch (property.Value.ValueKind)
        {
            case JsonValueKind.Array when BodyFields.IsPreferences(property.Name):
                foreach (var half in property.Value.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object).SelectMany(one => one.EnumerateObject()))
                    fields.AddPreference(half.Name, half.Value.ValueKind == JsonValueKind.String ? half.Value.GetString() : null);
                break;
            case JsonValueKind.Array or JsonValueKind.Object:
                fields.Refuse($"{Shown(property.Name)}: found a list or an object, expected a text, a number, true, false or null.");
                break;
            default:
                fields.Add(property.Name, property.Value.ValueKind switch
                {
                    JsonValueKind.Null => null,
                    JsonValueKind.String => property.Value.GetString(),
                    _ => property.Value.GetRawText(),
                });
                break;
        }
    }

    private static BodyReading Xml(string text)
    {
        try
        {
            using (var depth = Plain(text))
                while (depth.Read())
                    if (depth.Depth > MostLevels)
                        return new BodyReading.Unreadable($"Found elements within elements, more than {MostLevels} levels.");
            using var reader = Plain(text);
            var fields = new BodyFields();
            foreach (var element in XDocument.Load(reader).Root!.Elements())
                AddXml(fields, element);
            return fields.Reading();
        }
        catch (XmlException)
        {
            return new BodyReading.Unreadable("Found text that is not plain XML: document types and entities are not read.");
        }
    }

    // Without document types: nothing is expanded and nothing is fetched.
    private static XmlReader Plain(string text) =>
        XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });

    private static void AddXml(BodyFields fields, XElement element)
    {
        if (BodyFields.IsPreferences(element.Name.LocalName))
            foreach (var half in element.Descendants().Where(inner => !inner.HasElements))
                fields.AddPreference(half.Name.LocalName, half.Value);
        else if (element.HasElements)
            fields.Refuse($"{Shown(element.Name.LocalName)}: found elements within, expected a text.");
        else
            fields.Add(element.Name.LocalName, element.Value);
    }

    private static BodyReading Form(string text)
    {
        if (!text.Contains('=', StringComparison.Ordinal))
            return new BodyReading.Unreadable("Found neither JSON nor XML nor a form.");
        var fields = new BodyFields();
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            var (name, value) = (Unescaped(parts[0]), Unescaped(parts.ElementAtOrDefault(1) ?? ""));
            if (BodyFields.IsPreferences(name))
                fields.AddPreference(name, value);
            else
                fields.Add(name, value);
        }

        return fields.Reading();
    }

    private static string Unescaped(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string Shown(string name) => name.Length > 40 ? name[..40] + "..." : name;
}
