using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using IllAddins.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IllAddins.Tests.Road;

/// <summary>A gateway for text messages on a loopback port.</summary>
public sealed class TextGateway : IAsyncDisposable
{
    private readonly WebApplication app;

    private TextGateway(WebApplication app) => this.app = app;

    public string Address => $"{app.Urls.Single()}/send";

    /// <summary>What was posted: token, number and text.</summary>
    public ConcurrentQueue<(string Token, string Number, string Text, string Id)> Taken { get; } = [];

    public HttpStatusCode Answer { get; set; } = HttpStatusCode.Accepted;

    /// <summary>Takes the text and closes the connection in place of an answer.</summary>
    public bool HangsUp { get; set; }

    /// <summary>Takes the text and says nothing until it is released; null answers at once.</summary>
    public Gate? Stall { get; set; }

    public static async Task<TextGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var gateway = new TextGateway(app);
        app.MapPost("/send", gateway.TakeAsync);
        await app.StartAsync();
        return gateway;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var posted = (await JsonDocument.ParseAsync(context.Request.Body)).RootElement;
        if (Answer == HttpStatusCode.Accepted)
            Taken.Enqueue((context.Request.Headers.Authorization.ToString(), posted.GetProperty("number").GetString()!, posted.GetProperty("text").GetString()!, posted.GetProperty("id").GetString()!));
        if (Stall is { } gate)
            await gate.PassAsync(context.RequestAborted);
        if (HangsUp)
            context.Abort();
        context.Response.StatusCode = (int)Answer;
    }
}
