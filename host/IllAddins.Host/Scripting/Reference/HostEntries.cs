using IllAddins.Host.Scripting.Api;
using static IllAddins.Host.Scripting.Reference.Entry;

namespace IllAddins.Host.Scripting.Reference;

/// <summary>What the host offers beside answers.</summary>
internal static class HostEntries
{
    public static ApiSection Section { get; } = new()
    {
        Title = "The host",
        About = "The log, the clock and libraries of your own.",
        Functions =
        [
            Function("log", "", "Writes a line into the script's log, which `scripts log` prints. At most 100 lines of 1,000 characters are kept of a call. Log request.TransactionNumber rather than names: patrons are nobody's business there.",
                Takes("...", "any", "What to write; values are divided by spaces.")),
            Function("now", "string", "The present on the site's clock, in the form of the request's dates: now() > request.DueDate means that the due date is past. Only inside functions. "
                + "A request may be decided again later and then gets another answer; the fields of its arrival stay as they are."),
            Function("require", "any", "Loads scripts/lib/NAME.lua once and answers what it returns. Only at the top of a script, outside of functions.",
                Takes("name", "string", "The file's name without .lua; letters, digits, _ and -.")),
        ],
    };
}
