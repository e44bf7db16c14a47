using IllAddins.Host.Requests;

namespace IllAddins.Host.Web;

/// <summary>What somebody entered on the request form, and what is wrong with it.</summary>
/// <param name="Texts">By the name of the field: those that differ from what stood there when the page was opened.</param>
/// <param name="Problems">In words, by the name of the field; none before it was tried.</param>
public sealed record RequestEntry(IReadOnlyDictionary<string, string> Texts, IReadOnlyDictionary<string, string> Problems)
{
    /// <summary>Before the name of each field in the form: what stood there when the page was opened.</summary>
    public const string Was = "was:";

    /// <summary>The fields of a form that differ from what stood there.</summary>
    public static IReadOnlyDictionary<string, FieldEdit> Edits(IFormCollection form)
    {
        var edits = new Dictionary<string, FieldEdit>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in form.Keys.Where(key => key.StartsWith(Was, StringComparison.Ordinal)).Select(key => key[Was.Length..]).Where(form.ContainsKey))
            if ((Lines(form[name]), Lines(form[Was + name])) is var (text, was) && text != was)
                edits[name] = new FieldEdit { Text = text, Expected = was };
        return edits;
    }

    /// <summary>What was entered, with what is wrong with it.</summary>
    public static RequestEntry Of(IReadOnlyDictionary<string, FieldEdit> edits, IReadOnlyDictionary<string, EditProblem> problems, IllRequest request, DateTimeOffset now) => new(
        edits.ToDictionary(edit => edit.Key, edit => edit.Value.Text ?? ""),
        problems.ToDictionary(problem => problem.Key, problem => Words(problem.Value, request.Site, now)));

    // Browsers end lines with CR and LF, whatever they were given.
    private static string Lines(string? text) => (text ?? "").ReplaceLineEndings("\n");

    private static string Words(EditProblem problem, Site site, DateTimeOffset now) => problem switch
    {
        { Now: null } => problem.Message,
        { Now: "", ChangedBy: { } by, ChangedAt: { } at } => RequestFormWords.EmptiedMeanwhile(by, CellText.Moment(at, site, now)),
        { Now: var stands, ChangedBy: { } by, ChangedAt: { } at } => RequestFormWords.ChangedMeanwhile(by, CellText.Moment(at, site, now), FieldProblem.Quote(stands)),
        { Now: "" } => RequestFormWords.EmptiedByProgram,
        { Now: var stands } => RequestFormWords.ChangedByProgram(FieldProblem.Quote(stands)),
    };
}
