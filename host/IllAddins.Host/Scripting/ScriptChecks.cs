using System.Text;
using IllAddins.Host.Scripting.Versions;

namespace IllAddins.Host.Scripting;

/// <summary>Looks through the folder of scripts for what would go wrong when they are asked.</summary>
internal sealed class ScriptChecks(ScriptFolder folder, ScriptJudge judge, ScriptLimits limits)
{
    public IReadOnlyList<ScriptCheck> Run()
    {
        try
        {
            if (!Directory.Exists(folder.Root))
                return [Faulty("scripts", $"the folder {folder.Root} does not exist, so no site has a script. Create it, or name another one.")];
            return [.. folder.Folders().SelectMany(Folder)];
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return [Faulty("scripts", $"the folder {folder.Root} could not be read: {failed.Message}")];
        }
    }

    private IEnumerable<ScriptCheck> Folder(string name)
    {
        var inside = Directory.GetFileSystemEntries(Path.Combine(folder.Root, name)).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);
        foreach (var entry in inside)
        {
            if (entry == ScriptFolder.FileName)
                yield return Script(name);
            else if (string.Equals(entry, ScriptFolder.FileName, StringComparison.OrdinalIgnoreCase))
                yield return Faulty($"{name}/{entry}", $"is never asked: the file's name must be {ScriptFolder.FileName}, in small letters.");
        }
    }

    private ScriptCheck Script(string name) => folder.Read(folder.Folders(), name, limits.SourceBytes) switch
    {
        ScriptText.Found found => Judge(found),
        ScriptText.Unreadable unreadable => Faulty(unreadable.Why),
        _ => Faulty(ScriptFolder.FileOf(name), "was removed while it was looked at."),
    };

    private ScriptCheck Judge(ScriptText.Found text)
    {
        var verdict = judge.Judge(text.Source);
        var foreign = ForeignNames.In(text.Source.File, Encoding.UTF8.GetString(text.Source.Text.Span)).Select(fault => fault.ToString());
        return new ScriptCheck(text.Source.File, text.Version, verdict.Fault, verdict.Functions, [.. verdict.Remarks, .. foreign]);
    }

    private static ScriptCheck Faulty(string file, string message) => Faulty(new ScriptFault(file, null, message));

    private static ScriptCheck Faulty(ScriptFault fault) => new(fault.File, ScriptVersion.Unreadable(fault.File), fault, [], []);
}
