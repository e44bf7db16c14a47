using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IllAddins.Tests.Web;

/// <summary>Somebody with a browser: keeps cookies, follows no redirect, sends the forms' token along.</summary>
public sealed partial class Visitor(HttpClient client) : IDisposable
{
    public Visitor(ShellHost shell)
        : this(shell.Browser())
    {
    }

    public HttpClient Client => client;

    public static async Task<Visitor> SignedInAsync(ShellHost shell, string user = TestStaff.Staff)
    {
        var visitor = new Visitor(shell);
        var answer = await visitor.SignInAsync(user, TestStaff.Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    public async Task<HttpResponseMessage> SignInAsync(string user, string password, string returnUrl = "") =>
        await PostFormAsync("/sign-in", ("userName", user), ("password", password), ("returnUrl", returnUrl));

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The page's text as a reader sees it, without tags and entities.</summary>
    public async Task<string> ReadAsync(string path) => Text(await (await GetAsync(path)).Content.ReadAsStringAsync());

    public async Task<JsonElement> JsonAsync(string path) =>
        await Client.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));

    public async Task<HttpResponseMessage> PostFormAsync(string path, params (string Name, string Value)[] fields)
    {
        var form = fields.Append(("antiforgery", await TokenAsync())).ToDictionary(field => field.Item1, field => field.Item2);
        return await Client.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(form));
    }

    /// <summary>Sends a form as a page's script does.</summary>
    public async Task<JsonElement> SendFormAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.ToDictionary(field => field.Name, field => field.Value)) };
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("X-Antiforgery", await TokenAsync());
        var answer = await Client.SendAsync(request);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Calls as the page's script does.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> CommandAsync(string path, string json, bool withToken = true)
    {
        using var answer = await SendAsync(HttpMethod.Post, path, json, withToken);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Sends JSON as the page's script does.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string json, bool withToken = true) =>
        await SendAsync(method, path, json, withToken ? await TokenAsync() : null);

    /// <summary>The same with the token of a page that was read earlier; null for none.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string json, string? token)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, null, "application/json") };
        request.Headers.Add("Accept", "application/json");
        // As browsers do with much: the answer counts that comes before all is sent.
        request.Headers.ExpectContinue = json.Length > 1_000_000;
        if (token is not null)
            request.Headers.Add("X-Antiforgery", token);
        return await Client.SendAsync(request);
    }

    public static string Rows(params int[] numbers) =>
        JsonSerializer.Serialize(new { rows = numbers.Select(number => new { transactionNumber = number, arrivalId = number + 1_000_000 }) });

    public static string Text(string html) => WebUtility.HtmlDecode(Space().Replace(Tag().Replace(html, " "), " ")).Trim();

    public void Dispose() => Client.Dispose();

    /// <summary>The token of a page as it is read now.</summary>
    public async Task<string> TokenAsync()
    {
        // Any page carries a token: who is signed in gets one for the session, anybody else one for the sign-in form.
        var page = await (await GetAsync("/requests/0")).Content.ReadAsStringAsync();
        if (!page.Contains("antiforgery", StringComparison.Ordinal))
            page = await (await GetAsync("/sign-in")).Content.ReadAsStringAsync();
        return Token().Match(page) is { Success: true } found
            ? WebUtility.HtmlDecode(found.Groups[1].Value)
            : throw new InvalidOperationException($"The page carries no token: {page}");
    }

    [GeneratedRegex("name=\"antiforgery\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex Space();
}
