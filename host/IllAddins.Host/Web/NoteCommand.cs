using System.Globalization;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Web;

/// <summary>Add note, on every request form.</summary>
public sealed class NoteCommand(ShellSettings shell)
{
    private const int LongestNote = 10_000;
    private const string Note = "note";
    private const string Seen = "seen";

    public PanelCommand Command => new() { Name = "add-note", Title = RequestFormWords.AddNote, Help = RequestFormWords.AddNoteHelp, AskAsync = AskAsync, RunAsync = RunAsync };

    private async Task<CommandForm> AskAsync(CommandCall call, CancellationToken cancellationToken) => new()
    {
        Title = RequestFormWords.AddNoteTitle(call.Rows[0].TransactionNumber),
        Submit = RequestFormWords.AddNote,
        Fields =
        [
            new FormField { Name = Note, Title = RequestFormWords.Note, Kind = FormFieldKind.LongText, Required = true, MaxLength = LongestNote, Help = RequestFormWords.NoteHelp },
            new FormField
            {
                Name = Seen,
                Title = "",
                Kind = FormFieldKind.Hidden,
                Value = call.Values.GetValueOrDefault(Seen) ?? (await StaffNotes.NewestAsync(shell.Database, cancellationToken)).ToString(CultureInfo.InvariantCulture),
                Required = true,
            },
        ],
    };

    private async Task<CommandAnswer> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (number, text) = (call.Rows[0].TransactionNumber, call.Values[Note].Trim());
        if (text.Contains('\0', StringComparison.Ordinal))
            return new CommandAnswer { Message = ScreenWords.MendForm, Refused = true, FieldProblems = new Dictionary<string, string> { [Note] = RequestFormWords.NoteHasNul } };
        if (await shell.Record.FindAsync([number], cancellationToken) is not [var request])
            return new CommandAnswer { Message = RequestFormWords.Gone(number), Refused = true };
        return await StaffNotes.AddAsync(shell.Record, shell.Database, new StaffNote(number, text, call.User), SeenIn(call), cancellationToken) is { } standing
            ? new CommandAnswer { Message = RequestFormWords.NoteStandsAlready(number, CellText.Moment(standing, request.Site, shell.Clock.GetUtcNow())) }
            : new CommandAnswer { Message = RequestFormWords.NoteAdded(number) };
    }

    // A number that no note reaches where the dialog did not bring one.
    private static long SeenIn(CommandCall call) => long.TryParse(call.Values[Seen], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : long.MaxValue;
}
