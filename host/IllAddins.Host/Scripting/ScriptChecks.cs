using System.Diagnostics;

namespace IllAddins.Host.Scripting;

/// <summary>Looks through the folder of scripts for what would go wrong when they are asked.</summary>
internal sealed class ScriptChecks(ScriptFolder folder, IScriptEngine engine, ScriptLimits limits)
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

    private ScriptCheck Script(string name) => folder.Find(name) switch
    {
        ScriptPlace.At at => Text(ScriptText.Read(at.Path, at.File, limits.SourceBytes), at.File),
        ScriptPlace.Unclear unclear => Faulty($"{name}/{ScriptFolder.FileName}", unclear.Why.Message),
        _ => Faulty($"{name}/{ScriptFolder.FileName}", "was removed while it was looked at."),
    };

    private ScriptCheck Text(ScriptText text, string file) => text switch
    {
        ScriptText.Found found => Load(found),
        ScriptText.Unreadable unreadable => Faulty(unreadable.Why),
        _ => Faulty(file, "was removed while it was looked at."),
    };

    private ScriptCheck Load(ScriptText.Found text)
    {
        switch (engine.Load(text.Source, limits))
        {
            case ScriptLoad.Loaded loaded:
                using (var script = loaded.Script)
                    return new ScriptCheck(text.Source.File, text.Version, null, script.Functions, ScriptHooks.Remarks(script.Functions));
            case ScriptLoad.Refused refused:
                return Faulty(refused.Why) with { Version = text.Version };
            default:
                throw new UnreachableException();
        }
    }

    private static ScriptCheck Faulty(string file, string message) => Faulty(new ScriptFault(file, null, message));

    private static ScriptCheck Faulty(ScriptFault fault) => new(fault.File, ScriptVersion.Unreadable(fault.File), fault, [], []);
}
