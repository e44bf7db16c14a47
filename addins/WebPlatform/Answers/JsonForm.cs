using System.Buffers;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IllAddins.WebPlatform.Answers;

/// <summary>Answers as JSON.</summary>
internal sealed class JsonForm : ApiForm
{
    // For programs, not for pages: titles of other scripts stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    protected override string ContentType => "application/json; charset=utf-8";

    protected override byte[] One(ApiRecord record) => Written(json => Write(json, record));

    protected override byte[] Many(string kind, IReadOnlyList<ApiRecord> records) => Written(json =>
    {
        json.WriteStartArray();
        foreach (var record in records)
            Write(json, record);
        json.WriteEndArray();
    });

    protected override byte[] Error(string message, IReadOnlyDictionary<string, string> fields) => Written(json =>
    {
        json.WriteStartObject();
        json.WriteString("Message", message);
        if (fields.Count > 0)
        {
            json.WriteStartObject("ModelState");
            foreach (var (name, problem) in fields)
            {
                json.WriteStartArray(name);
                json.WriteStringValue(problem);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ApiRecord record)
    {
        json.WriteStartObject();
        foreach (var (name, value) in record.Fields)
        {
            json.WritePropertyName(name);
            switch (value)
            {
                case null:
                    json.WriteNullValue();
                    break;
                case string text:
                    json.WriteStringValue(text);
                    break;
                case int number:
                    json.WriteNumberValue(number);
                    break;
                case bool flag:
                    json.WriteBooleanValue(flag);
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        json.WriteEndObject();
    }
}
