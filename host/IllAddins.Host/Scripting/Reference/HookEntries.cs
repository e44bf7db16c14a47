using IllAddins.Host.Scripting.Api;
using static IllAddins.Host.Scripting.Reference.Entry;

namespace IllAddins.Host.Scripting.Reference;

/// <summary>The functions that a script may define and the host then asks.</summary>
internal static class HookEntries
{
    private static readonly ApiParameter Request = Takes("request", "Request", "The request that is asked about; it can be read and not changed.");

    public static ApiSection Section { get; } = new()
    {
        Title = "The two functions of a script",
        About = "A script defines one or both of them, as global functions. A second value that is a text is the reason, which staff read beside the decision: `return 30, \"courier\"`.",
        Functions =
        [
            Function(ScriptHooks.RoutingDelay, "number|Wait|Hold|nil; string?",
                "Says how long a request rests in transit, counted from its arrival there: a number of minutes from 0 to 43200, a wait such as Wait.Until(\"08:30\"), Hold(\"why\"), or nil for the site's default.", Request),
            Function(ScriptHooks.ChooseTemplate, "string|Template|Suppress|nil; string?",
                "Says which template a notice is written from: its name, Template(\"name\"), Suppress(\"why\") for no mail at all, or nil for the usual choice.", Request),
        ],
    };
}
