namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>A piece of a template's text.</summary>
internal abstract record TemplateSegment
{
    private TemplateSegment()
    {
    }

    /// <summary>Text that stands as it is.</summary>
    public sealed record Literal(string Text) : TemplateSegment;

    /// <summary>A tag.</summary>
    /// <param name="Written">The field's name as written, with its set if that was written.</param>
    /// <param name="Set">The set that was written.</param>
    /// <param name="Name">The name without its set.</param>
    /// <param name="MaxSize">Text elements at most; null for no limit.</param>
    /// <param name="Line">Where the tag begins, from 1.</param>
    /// <param name="Column">Where the tag begins, from 1.</param>
    public sealed record Tag(string Written, FieldSet Set, string Name, int? MaxSize, int Line, int Column) : TemplateSegment;
}

/// <summary>The set of fields that a tag names.</summary>
internal enum FieldSet
{
    /// <summary>None was written (the form before ILLiad 8.6): Transaction, then User, then LocalInfo.</summary>
    Any,
    Transaction,
    User,
    LocalInfo,

    /// <summary>Something stands before the dot that is no set.</summary>
    NoSuch,
}
