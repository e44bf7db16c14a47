using System.CommandLine;
using IllAddins.Host.Cli.Scripts;
using IllAddins.Host.Scripting;

namespace IllAddins.Host.Cli;

/// <summary><c>scripts</c>: what is done with the site scripts; <c>check</c> says of every file whether it may decide.</summary>
public static class ScriptsVerb
{
    public static Command Make(Verbs verbs)
    {
        var json = Verbs.JsonOption();
        var check = new Command("check", "Compile every <NVTGC>/notify.lua and default/notify.lua, run its top level in the sandbox, "
            + "and say what is wrong with file and line. Exit code 1 if one has a fault.") { json };
        verbs.Set(check, async (installation, parsed, cancellationToken) =>
        {
            await installation.StartAddinsAsync(cancellationToken);
            var checks = installation.Scripts.Check();
            Print(parsed.InvocationConfiguration.Output, checks, parsed.GetValue(json));
            return checks.Any(script => script.Fault is not null) ? ExitCode.SomeRefused : ExitCode.Done;
        });
        return new Command("scripts", "The site scripts: their versions, what they would do, and their log.")
        {
            check,
            PublishVerbs.Publish(verbs),
            PublishVerbs.Restore(verbs),
            PublishVerbs.Unpark(verbs),
            VersionsVerbs.Versions(verbs),
            VersionsVerbs.Show(verbs),
            VersionsVerbs.Compare(verbs),
            RehearseVerb.Make(verbs),
            LogVerb.Make(verbs),
            ReferenceVerb.Make(verbs),
        };
    }

    private static void Print(TextWriter output, IReadOnlyList<ScriptCheck> checks, bool json)
    {
        if (json)
        {
            Verbs.Print(output, checks.Select(check => new
            {
                check.File,
                Version = check.Version.ToString(),
                Ok = check.Fault is null,
                check.Fault?.Line,
                check.Fault?.Message,
                check.Functions,
                check.Remarks,
            }));
            return;
        }

        foreach (var check in checks)
        {
            output.WriteLine(check.Fault is { } fault ? $"FAULT  {fault}" : $"ok     {check.Version}: {string.Join(", ", check.Functions)}");
            // Remarks on a script that has a fault stand in the fault, or come after it.
            foreach (var remark in check.Fault is null ? check.Remarks : [])
                output.WriteLine($"note   {remark}");
        }

        if (checks.Count == 0)
            output.WriteLine("No script: every site rests for its default delay and uses the default templates.");
    }
}
