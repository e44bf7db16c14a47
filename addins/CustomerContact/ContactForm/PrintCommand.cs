using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Letters;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>Print Notifications: a letter for each selected request, as one PDF. No status changes; a print count and History are kept.</summary>
public sealed class PrintCommand(IAddinHost host, TemplateStore templates, LetterPrinter printer)
{
    private const int MostWarnings = 3;

    public async Task<CommandAnswer> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var selection = await Selection.ReadAsync(host, call, cancellationToken);
        var writer = new LetterWriter(await templates.LoadAsync(cancellationToken), host.Clock.GetUtcNow());
        var (written, refused) = Write(selection.Standing, writer);
        List<LeftAlone> alone = [.. refused, .. selection.LeftAlone];
        if (written.Count == 0)
            return new CommandAnswer { Message = $"No letter printed.{Marking.AloneWords(alone)}", Refused = true };
        var result = printer.Print(Document(written), cancellationToken);
        try
        {
            await CountAsync(written, call.User, cancellationToken);
        }
        catch (DbException fault)
        {
            // A letter that nothing tells of would be printed, and posted, a second time.
            return new CommandAnswer { Message = $"No letter printed: the print count could not be kept ({fault.Message}). Print again; if it fails again, tell an admin.", Refused = true };
        }

        return new CommandAnswer { Message = Words(written, alone, result), File = File(result) };
    }

    private static (List<WrittenLetter> Written, List<LeftAlone> Alone) Write(IReadOnlyList<IllRequest> requests, LetterWriter writer)
    {
        var (written, alone) = (new List<WrittenLetter>(), new List<LeftAlone>());
        foreach (var request in Piled(requests))
            switch (writer.Write(request))
            {
                case LetterWriting.Written letter:
                    written.Add(new WrittenLetter(request, letter.Letter));
                    break;
                case LetterWriting.Refused refused:
                    alone.Add(new LeftAlone(request.Transaction.TransactionNumber, refused.Why));
                    break;
                default:
                    throw new UnreachableException();
            }

        return (written, alone);
    }

    // A patron's letters lie together on the pile.
    private static IEnumerable<IllRequest> Piled(IReadOnlyList<IllRequest> requests) => requests
        .OrderBy(request => PatronWords.Name(request.User), StringComparer.OrdinalIgnoreCase)
        .ThenBy(request => request.User.UserName, StringComparer.OrdinalIgnoreCase)
        .ThenBy(request => request.ArrivedAt);

    private LetterDocument Document(List<WrittenLetter> written) => new()
    {
        Title = "Customer Contact letters",
        Paper = PaperSize.Named(host.Setting("Letters:Paper") ?? "") ?? PaperSize.Letter,
        Letters = [.. written.Select(letter => letter.Letter)],
        CreatedAt = host.Clock.GetUtcNow(),
    };

    private Task<bool> CountAsync(List<WrittenLetter> written, string by, CancellationToken cancellationToken) => host.Database.WriteAsync(
        async within =>
        {
            foreach (var (request, _) in written)
            {
                ContactTraces.Printed(within, request.Transaction.TransactionNumber, request.ArrivalId, by, host.Clock.GetUtcNow());
                await host.Record.AddHistoryAsync(request.Transaction.TransactionNumber, "Notification letter printed.", by, within, cancellationToken);
            }

            return true;
        },
        cancellationToken);

    private static string Words(List<WrittenLetter> written, List<LeftAlone> alone, LetterResult result)
    {
        var unaddressed = written.Select(letter => letter.Request).Where(request => !RequestFacts.Of(request).HasPostalAddress);
        return $"{Counted(written.Count, "letter")} printed on {Counted(result.Pages, "page")}. No status changed."
            + Marking.AloneWords(alone)
            + Sentence("No postal address", RowNumbers.Words([.. unaddressed.Select(request => request.Transaction.TransactionNumber)]))
            + string.Concat(result.Warnings.Take(MostWarnings).Select(warning => $" {warning}"))
            + (result.Warnings.Count > MostWarnings ? $" And {Counted(result.Warnings.Count - MostWarnings, "more warning")}." : "");
    }

    private static string Sentence(string about, string words) => words.Length == 0 ? "" : $" {about}: {words}.";

    private static string Counted(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";

    private ScreenFile File(LetterResult result) => new()
    {
        Name = $"letters-{host.Clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.pdf",
        ContentType = "application/pdf",
        Content = result.Pdf,
    };

    private sealed record WrittenLetter(IllRequest Request, Letter Letter);
}
