using System.Text;
using System.Text.RegularExpressions;
using IllAddins.Tests.Architecture;

namespace IllAddins.Tests.WebPlatform;

public sealed partial class ReadmeTests(ApiLibrary library) : IClassFixture<ApiLibrary>
{
    private const string Documented = "http://127.0.0.1:5080/ILLiadWebPlatform/";

    [Fact]
    public async Task Every_example_of_the_documentation_is_answered_as_it_says()
    {
        var text = string.Join('\n', Repository.Lines("addins/WebPlatform/README.md")).Replace("\\\n", " ", StringComparison.Ordinal);
        var examples = Example().Matches(text).Select(match => (Curl: match.Groups["curl"].Value, Status: int.Parse(match.Groups["status"].Value), Start: match.Groups["start"].Value)).ToList();

        Assert.Equal(CurlLine().Count(text), examples.Count);
        Assert.Equal(13, examples.Count);
        foreach (var (curl, status, start) in examples)
        {
            var answer = await RunAsync(Words(curl));
            Assert.True(answer.Status == status && answer.Body.StartsWith(start, StringComparison.Ordinal), $"{curl}\nwas answered with {answer.Status} {answer.Body}");
        }
    }

    private Task<ApiResponse> RunAsync(List<string> words)
    {
        var (method, url, key, type) = ("GET", "", "", "application/x-www-form-urlencoded");
        string? body = null;
        string? accept = null;
        var query = new List<string>();
        for (var at = 1; at < words.Count; at++)
        {
            switch (words[at])
            {
                case "-G": break;
                case "-X": method = words[++at]; break;
                case "-d": body = words[++at]; break;
                case "--data-urlencode": query.Add(words[++at].Split('=', 2) is [var name, var option] ? $"{name}={Uri.EscapeDataString(option)}" : ""); break;
                case "-H" when words[++at].Split(": ", 2) is [var header, var value]:
                    (accept, key, type) = header switch
                    {
                        "Accept" => (value, key, type),
                        "ApiKey" => (accept, library.Key, type),
                        _ => (accept, key, value),
                    };
                    break;
                default: url = words[at]; break;
            }
        }

        Assert.StartsWith(Documented, url, StringComparison.Ordinal);
        return library.SendAsync(method, url[Documented.Length..] + (query.Count > 0 ? "?" + string.Join('&', query) : ""), body, type, accept, key);
    }

    // As a shell splits a line: spaces part words, what stands in single quotes is kept, \' is a quotation mark.
    private static List<string> Words(string line)
    {
        var (words, word, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            if (!quoted && line[at] == '\\')
                word.Append(line[++at]);
            else if (line[at] == '\'')
                quoted = !quoted;
            else if (line[at] != ' ' || quoted)
                word.Append(line[at]);
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return [.. words, word.ToString()];
    }

    [GeneratedRegex(@"^(?<curl>curl [^\n]+)\n# (?<status>[0-9]{3}) (?<start>[^\n]+)$", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^curl ", RegexOptions.Multiline)]
    private static partial Regex CurlLine();
}
