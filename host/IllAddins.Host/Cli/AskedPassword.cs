using System.CommandLine;
using System.Text;

namespace IllAddins.Host.Cli;

/// <summary>A password from a file, from standard input, or typed unseen; never an option's value, which other users of the machine could read.</summary>
internal static class AskedPassword
{
    public static Option<string?> FileOption() => new("--password-file") { Description = "File whose first line is the password. Without it the password is asked for, or read from standard input", HelpName = "FILE" };

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read.</exception>
    public static async Task<string> ReadAsync(ParseResult parsed, string? file, CancellationToken cancellationToken)
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
        using var text = new StreamReader(new MemoryStream(await NamedFile.ReadAsync(file, "a file whose first line is the password", cancellationToken)));
        return await text.ReadLineAsync(cancellationToken) ?? "";
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
