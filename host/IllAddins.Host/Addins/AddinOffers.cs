using System.Diagnostics;

namespace IllAddins.Host.Addins;

/// <summary>What add-ins offer each other through the host: channels and template fields, contained and limited in time; and their health.</summary>
public sealed class AddinOffers(AddinRoster roster, AddinLimits limits, TimeProvider clock, ILogger log)
{
    // As long as a text for scripts may be.
    private const int LongestField = 64 * 1024;

    /// <summary>The channels of the add-ins that run now.</summary>
    public IReadOnlyList<NotificationChannel> Channels => [.. roster.Contributed<NotificationChannel>().Select(Contained)];

    /// <summary>The template fields of the add-ins that run now.</summary>
    public IReadOnlyList<OfferedField> TemplateFields => [.. roster.Contributed<TemplateField>().Select(Contained)];

    /// <summary>Asks every health check at once.</summary>
    /// <returns>By add-in, in the order of registration.</returns>
    public async Task<IReadOnlyList<AddinHealth>> HealthAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(roster.Contributed<HealthCheck>().Select(async check => new AddinHealth(check.Addin, check.Item.Name, await LookAsync(check, cancellationToken))));

    private NotificationChannel Contained(Contributed<NotificationChannel> channel) => channel.Item with
    {
        // The cancellation of the caller does not cut a call short that may have had its effect: its answer, or its limit, is waited for.
        SendAsync = async (notice, _) => await CallAsync(channel, CallWords.Channel(channel.Item.Name), limits.Send, async (item, token) => Said(await item.SendAsync(notice, token), outcome => outcome.Answer), CancellationToken.None) switch
        {
            Asked<ChannelOutcome> { Answer: { } answer } => answer,
            Asked<ChannelOutcome> { Began: false } never => new ChannelOutcome.Later { Answer = never.Failure },
            var failed => new ChannelOutcome.Unknown { Answer = failed.Failure },
        },
    };

    private OfferedField Contained(Contributed<TemplateField> field)
    {
        var tag = $"{field.Addin}.{field.Item.Name}";
        return new OfferedField
        {
            Tag = tag,
            Description = field.Item.Description,
            ResolveAsync = async (request, cancellationToken) =>
                await CallAsync(field, CallWords.TemplateField(tag), limits.Field, async (item, token) => Short(await item.ResolveAsync(request, token) ?? ""), cancellationToken) switch
                {
                    { Answer: { } text } => new FieldReading.Value(text),
                    var failed => new FieldReading.Failed(failed.Failure),
                },
        };
    }

    private async Task<HealthAnswer> LookAsync(Contributed<HealthCheck> check, CancellationToken cancellationToken) =>
        await CallAsync(check, CallWords.HealthCheck(check.Item.Name), limits.Health, async (item, token) => Said(await item.LookAsync(token), answer => answer.Message), cancellationToken) switch
        {
            { Answer: { } answer } => answer,
            var failed => new HealthAnswer.Unhealthy { Message = failed.Failure },
        };

    private static T Said<T>(T? answer, Func<T, string?> words)
        where T : class =>
        answer is null ? throw new InvalidOperationException("It answered null.")
        : words(answer) is null ? throw new InvalidOperationException("It answered without words.")
        : answer;

    private static string Short(string text) =>
        text.Length <= LongestField ? text : throw new InvalidOperationException($"It answered a text of {text.Length} characters; {LongestField} may be.");

    private async Task<Asked<T>> CallAsync<TItem, T>(
        Contributed<TItem> of, string what, TimeSpan limit, Func<TItem, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
        where TItem : class
        where T : class
    {
        var outcome = await of.RunAsync(
            new AddinCall { Addin = of.Addin, What = what, Limit = limit, Clock = clock },
            call,
            cancellationToken);
        switch (outcome)
        {
            case AddinOutcome<T>.Completed { Value: var value }:
                return new Asked<T>(value, "");
            case AddinOutcome<T>.Failed failed:
                log.LogError(failed.Exception, "{Message}", failed.Message);
                return new Asked<T>(null, failed.Message) { Began = failed.Exception is not null || failed.StillRunning is not null };
            default:
                throw new UnreachableException();
        }
    }

    /// <param name="Answer">Null where it failed.</param>
    /// <param name="Failure">How it failed, in words.</param>
    private sealed record Asked<T>(T? Answer, string Failure)
        where T : class
    {
        /// <summary>False where the add-in was gone before the call.</summary>
        public bool Began { get; init; } = true;
    }
}

/// <summary>What a health check of an add-in found.</summary>
public sealed record AddinHealth(string Addin, string Check, HealthAnswer Answer);
