using System.CommandLine;
using IllAddins.Host.Web;

namespace IllAddins.Host.Cli;

/// <summary><c>users</c>: gives somebody of the staff an account, changes it and takes it away.</summary>
public static class UsersVerb
{
    public static Command Make(Verbs verbs) =>
        new("users", "The accounts of staff and admins. A change of one ends its sessions at once, also in a host that is running.") { Add(verbs), List(verbs), Password(verbs), Role(verbs), Remove(verbs) };

    private static Command Add(Verbs verbs)
    {
        var (name, file) = (NameArgument(), AskedPassword.FileOption());
        var role = new Option<string>("--role") { Description = "staff, or admin who also changes settings", DefaultValueFactory = _ => Access.Staff };
        var add = new Command("add", "Add an account. The password has 10 characters at least, and is never an option's value: other users of the machine could read it.") { name, role, file };
        verbs.Set(add, async (installation, parsed, cancellationToken) =>
        {
            var password = await AskedPassword.ReadAsync(parsed, parsed.GetValue(file), cancellationToken);
            var answer = await Accounts(installation).AddAsync(parsed.GetRequiredValue(name), parsed.GetRequiredValue(role), password, Environment.UserName, cancellationToken);
            return await SayAsync(parsed, (answer as AddAccountAnswer.Refused)?.Message, $"{parsed.GetRequiredValue(name)} may sign in as {parsed.GetRequiredValue(role)}.");
        });
        return add;
    }

    private static Command List(Verbs verbs)
    {
        var json = Verbs.JsonOption();
        var list = new Command("list", "List who may sign in, and as what.") { json };
        verbs.Set(list, async (installation, parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var accounts = await Accounts(installation).AllAsync(cancellationToken);
            if (parsed.GetValue(json))
                Verbs.Print(output, accounts.Select(account => new { account.UserName, account.Role }));
            else
                foreach (var account in accounts)
                    await output.WriteLineAsync($"{account.UserName,-24} {account.Role}");
            return ExitCode.Done;
        });
        return list;
    }

    private static Command Password(Verbs verbs)
    {
        var (name, file) = (NameArgument(), AskedPassword.FileOption());
        var command = new Command("password", "Give an account another password.") { name, file };
        verbs.Set(command, async (installation, parsed, cancellationToken) =>
        {
            var password = await AskedPassword.ReadAsync(parsed, parsed.GetValue(file), cancellationToken);
            var refusal = await Accounts(installation).ChangeAsync(parsed.GetRequiredValue(name), null, password, Environment.UserName, cancellationToken);
            return await SayAsync(parsed, refusal, $"{parsed.GetRequiredValue(name)} has another password, and signs in again.");
        });
        return command;
    }

    private static Command Role(Verbs verbs)
    {
        var (name, role) = (NameArgument(), new Argument<string>("ROLE") { Description = "staff or admin" });
        var command = new Command("role", "Give an account another role.") { name, role };
        verbs.Set(command, async (installation, parsed, cancellationToken) =>
        {
            var refusal = await Accounts(installation).ChangeAsync(parsed.GetRequiredValue(name), parsed.GetRequiredValue(role), null, Environment.UserName, cancellationToken);
            return await SayAsync(parsed, refusal, $"{parsed.GetRequiredValue(name)} may sign in as {parsed.GetRequiredValue(role)}.");
        });
        return command;
    }

    private static Command Remove(Verbs verbs)
    {
        var name = NameArgument();
        var command = new Command("remove", "Take an account away. What it did stays under its name.") { name };
        verbs.Set(command, async (installation, parsed, cancellationToken) =>
        {
            var refusal = await Accounts(installation).RemoveAsync(parsed.GetRequiredValue(name), Environment.UserName, cancellationToken);
            return await SayAsync(parsed, refusal, $"{parsed.GetRequiredValue(name)} may no longer sign in.");
        });
        return command;
    }

    private static Argument<string> NameArgument() => new("NAME") { Description = "The user name to sign in with" };

    private static StaffAccounts Accounts(Installation installation) => new(installation.Database, installation.Clock);

    private static async Task<int> SayAsync(ParseResult parsed, string? refusal, string done)
    {
        if (refusal is null)
            await parsed.InvocationConfiguration.Output.WriteLineAsync(done);
        else
            await parsed.InvocationConfiguration.Error.WriteLineAsync(refusal);
        return refusal is null ? ExitCode.Done : ExitCode.SomeRefused;
    }
}
