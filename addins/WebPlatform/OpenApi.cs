using System.Text;
using System.Text.Json.Nodes;
using IllAddins.WebPlatform.Answers;

namespace IllAddins.WebPlatform;

/// <summary>The description of the API: the file beside this one, with the fields that the answers are made of.</summary>
internal static class OpenApi
{
    private static readonly string[] Numbers = ["TransactionNumber", "OriginalTN"];

    public static byte[] Document()
    {
        using var file = typeof(OpenApi).Assembly.GetManifestResourceStream("openapi.json")!;
        var document = JsonNode.Parse(file)!;
        var schemas = document["components"]!["schemas"]!;
        Fill(schemas["Transaction"]!, ApiFields.Transaction, "RenewalsAllowed");
        Fill(schemas["NewTransaction"]!, ApiFields.Transaction.Except(["TransactionNumber", "TransactionDate", "CreationDate"]), "RenewalsAllowed");
        Fill(schemas["User"]!, ApiFields.User, "Web");
        Fill(schemas["NewUser"]!, ApiFields.User, "Web");
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    private static void Fill(JsonNode schema, IEnumerable<string> fields, string flag)
    {
        var properties = schema["properties"]!.AsObject();
        foreach (var field in fields)
            properties[field] = new JsonObject { ["type"] = field == flag ? "boolean" : Numbers.Contains(field) ? "integer" : "string", ["nullable"] = true };
    }
}
