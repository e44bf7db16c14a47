using System.CommandLine;
using System.Text;
using IllAddins.Host.Web;

namespace IllAddins.Host.Cli;

/// <summary><c>users add</c>: gives somebody of the staff an account.</summary>
public static class UsersVerb
{
    public static Command Make(Verbs verbs)
    {
        var name = new Argument<string>("NAME") { Description = "The user name to sign in with" };
        var role = new Option<string>("--role") { Description = "staff, or admin who also changes settings", DefaultValueFactory = _ => Access.Staff };
        var file = new Option<string?>("--password-file") { Description = "File whose first line is the password. Without it the password is asked for, or read from standard input", HelpName = "FILE" };
        var add = new Command("add", "Add an account. The password has 10 characters at least, and is never an option's value: other users of the machine could read it.") { name, role, file };
        verbs.Set(add, async (installation, parsed, cancellationToken) =>
        {
            var password = await PasswordAsync(parsed, parsed.GetValue(file), cancellationToken);
            var accounts = new StaffAccounts(installation.Database, installation.Clock);
            if (await accounts.AddAsync(parsed.GetRequiredValue(name), parsed.GetRequiredValue(role), password, Environment.UserName, cancellationToken) is AddAccountAnswer.Refused refused)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(refused.Message);
                return ExitCode.SomeRefused;
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{parsed.GetRequiredValue(name)} may sign in as {parsed.GetRequiredValue(role)}.");
            return ExitCode.Done;
        });
        return new Command("users", "The accounts of staff and admins.") { add };
    }

    private static async Task<string> PasswordAsync(ParseResult parsed, string? file, CancellationToken cancellationToken)
    {
        if (file is not null)
            return await FirstLineAsync(file, cancellationToken);
        if (Console.IsInputRedirected)
            return await Console.In.ReadLineAsync(cancellationToken) ?? "";
        await parsed.InvocationConfiguration.Error.WriteAsync("Password (not shown): ");
        var typed = ReadHidden();
        await parsed.InvocationConfiguration.Error.WriteLineAsync();
        return typed;
    }

    private static async Task<string> FirstLineAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return (await File.ReadAllLinesAsync(file, cancellationToken)).FirstOrDefault("");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"--password-file: {fault.Message} Expected a file whose first line is the password.", fault);
        }
    }

    private static string ReadHidden()
    {
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
            if (key.Key != ConsoleKey.Backspace)
                typed.Append(key.KeyChar);
            else if (typed.Length > 0)
                typed.Length--;
        return typed.ToString();
    }
}
