namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>What a site's script said when it was asked for a template.</summary>
public abstract record TemplateAnswer
{
    private TemplateAnswer()
    {
    }

    /// <summary>What the script gives as its reason; null where it gives none.</summary>
    public string? Reason { get; init; }

    /// <summary>A text; it may be the name of no template.</summary>
    public sealed record Named(string Name) : TemplateAnswer;

    /// <summary>No mail shall be sent; <see cref="Reason"/> says why.</summary>
    public sealed record Suppress : TemplateAnswer;

    /// <summary>The script answered nil: the default choice shall apply.</summary>
    public sealed record Default : TemplateAnswer;

    /// <summary>There is no script, or it has no such function.</summary>
    public sealed record NoHook : TemplateAnswer;

    /// <summary>The script failed; file, line and message in words.</summary>
    public sealed record Fault(string Text) : TemplateAnswer;

    /// <summary>The script answered what is no name, in words, e.g. <c>the number 42</c>.</summary>
    public sealed record Unexpected(string Answered) : TemplateAnswer;
}
