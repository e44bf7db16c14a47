using System.CommandLine;
using System.Globalization;
using IllAddins.Host.Web;

namespace IllAddins.Host.Cli;

/// <summary><c>keys add|list|revoke</c>: the API keys with which other software calls add-ins.</summary>
public static class KeysVerb
{
    public static Command Make(Verbs verbs) =>
        new("keys", "The API keys of other software: each is for one consumer at one site, and can be revoked.") { Add(verbs), List(verbs), Revoke(verbs) };

    private static Command Add(Verbs verbs)
    {
        var consumer = new Argument<string>("CONSUMER") { Description = "The software that gets the key, as Tracking and History shall name it, e.g. VuFind" };
        var site = new Option<string>("--site") { Description = "The site whose users and requests the key is for", HelpName = "NVTGC", Required = true };
        var perMinute = new Option<int>("--per-minute")
        {
            Description = "How many calls a minute the key allows",
            HelpName = "N",
            CustomParser = Verbs.Number,
            DefaultValueFactory = _ => ApiKeys.UsualPerMinute,
        };
        var add = new Command("add", "Make a key. It is printed once, alone on standard output, and kept as a hash: nobody can read it later.") { consumer, site, perMinute };
        verbs.Set(add, (installation, parsed, cancellationToken) => AddAsync(
            installation,
            parsed.InvocationConfiguration,
            new ApiKeyOrder { Consumer = parsed.GetRequiredValue(consumer), Site = parsed.GetRequiredValue(site), PerMinute = parsed.GetValue(perMinute), By = Environment.UserName },
            cancellationToken));
        return add;
    }

    private static async Task<int> AddAsync(Installation installation, InvocationConfiguration terminal, ApiKeyOrder order, CancellationToken cancellationToken)
    {
        var answer = await new ApiKeys(installation.Database, installation.Clock).AddAsync(order, cancellationToken);
        if (answer is not AddKeyAnswer.Added added)
        {
            await terminal.Error.WriteLineAsync(((AddKeyAnswer.Refused)answer).Message);
            return ExitCode.SomeRefused;
        }

        await terminal.Error.WriteLineAsync($"Key {added.Id} is for {order.Consumer} at {added.Site}. It is shown once:");
        await terminal.Output.WriteLineAsync(added.Key);
        return ExitCode.Done;
    }

    private static Command List(Verbs verbs)
    {
        var json = Verbs.JsonOption();
        var list = new Command("list", "List all keys: whose, for which site, when last used, and whether revoked.") { json };
        verbs.Set(list, async (installation, parsed, cancellationToken) =>
        {
            var keys = await new ApiKeys(installation.Database, installation.Clock).AllAsync(cancellationToken);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                Verbs.Print(output, keys);
                return ExitCode.Done;
            }

            await output.WriteLineAsync($"{"Id",4}  {"Consumer",-24} {"Site",-8} {"Per minute",10}  {"Created",-16} {"Last used",-16} State");
            foreach (var key in keys)
                await output.WriteLineAsync($"{key.Id,4}  {key.Consumer,-24} {key.Site,-8} {key.PerMinute,10}  {Moment(key.CreatedAt),-16} {Moment(key.LastUsedAt),-16} {State(key)}");
            return ExitCode.Done;
        });
        return list;
    }

    private static Command Revoke(Verbs verbs)
    {
        var id = new Argument<int>("ID") { Description = "The key's number; see: keys list", CustomParser = Verbs.Number };
        var revoke = new Command("revoke", "End a key, also in a host that is running. Exit code 1 if there is no such key, or it was revoked before.") { id };
        verbs.Set(revoke, async (installation, parsed, cancellationToken) =>
        {
            var wanted = parsed.GetRequiredValue(id);
            if (await new ApiKeys(installation.Database, installation.Clock).RevokeAsync(wanted, Environment.UserName, cancellationToken))
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"Key {wanted} is revoked.");
                return ExitCode.Done;
            }

            await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no key {wanted} that is good. See: keys list");
            return ExitCode.SomeRefused;
        });
        return revoke;
    }

    private static string State(ApiKey key) => key.RevokedAt is null ? "good" : $"revoked {Moment(key.RevokedAt)} by {key.RevokedBy}";

    private static string Moment(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "-";
}
