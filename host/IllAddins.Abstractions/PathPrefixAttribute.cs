namespace IllAddins;

/// <summary>Declares the path below which an add-in's endpoints are served beside <c>/addins/{add-in}/</c>, e.g. <c>[assembly: PathPrefix("ILLiadWebPlatform")]</c>.</summary>
/// <remarks>Read before the add-in is loaded. One that the host uses itself, or another add-in has declared, is refused together with the add-in.</remarks>
/// <param name="prefix">One segment: letters (A to Z), digits, <c>-</c> and <c>_</c>; compared without regard to case.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PathPrefixAttribute(string prefix) : Attribute
{
    /// <summary>The segment, without slashes.</summary>
    public string Prefix { get; } = prefix;
}
