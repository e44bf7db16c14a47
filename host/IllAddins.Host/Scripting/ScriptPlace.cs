namespace IllAddins.Host.Scripting;

/// <summary>Where a site's script lies.</summary>
internal abstract record ScriptPlace
{
    private ScriptPlace()
    {
    }

    /// <param name="Path">The whole path.</param>
    /// <param name="File">The file below the scripts folder, in the letters on disk.</param>
    public sealed record At(string Path, string File, FileStamp Stamp) : ScriptPlace;

    /// <summary>Neither the site nor the default has one.</summary>
    public sealed record Nowhere : ScriptPlace;

    /// <summary>It cannot be said; the default would be a guess.</summary>
    public sealed record Unclear(ScriptFault Why) : ScriptPlace;
}
