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
    public async Task<CommandAnswer> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var requests = await host.Record.FindAsync([.. call.Rows.Select(row => row.TransactionNumber)], cancellationToken);
        var writer = new LetterWriter(await templates.LoadAsync(cancellationToken), host.Clock.GetUtcNow());
        var seen = call.Rows.ToDictionary(row => row.TransactionNumber, row => row.ArrivalId);
        var (written, alone) = Write(requests, seen, writer);
        var found = requests.Select(request => request.Transaction.TransactionNumber).ToHashSet();
        alone.AddRange(seen.Keys.Where(number => !found.Contains(number)).Select(number => new LeftAlone(number, "there is no such request")));
        if (written.Count == 0)
            return new CommandAnswer { Message = $"No letter printed.{Marking.AloneWords(alone)}", Refused = true };
        var result = printer.Print(Document(written), cancellationToken);
        await CountAsync(written, call.User, cancellationToken);
        return new CommandAnswer { Message = Words(written.Count, alone, result), File = File(result) };
    }

    private static (List<WrittenLetter> Written, List<LeftAlone> Alone) Write(IReadOnlyList<IllRequest> requests, Dictionary<int, long> seen, LetterWriter writer)
    {
        var (written, alone) = (new List<WrittenLetter>(), new List<LeftAlone>());
        // A patron's letters lie together on the pile.
        foreach (var request in requests.OrderBy(request => PatronWords.Name(request.User), StringComparer.OrdinalIgnoreCase).ThenBy(request => request.ArrivedAt))
        {
            var number = request.Transaction.TransactionNumber;
            if (request.ArrivalId != seen[number])
                alone.Add(new LeftAlone(number, $"already moved to {request.Transaction.TransactionStatus}"));
            else if (writer.Write(request) is LetterWriting.Written letter)
                written.Add(new WrittenLetter(request, letter.Letter));
            else
                alone.Add(new LeftAlone(number, ((LetterWriting.Refused)writer.Write(request)).Why));
        }

        return (written, alone);
    }

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

    private static string Words(int letters, List<LeftAlone> alone, LetterResult result)
    {
        var warnings = result.Warnings.Count == 0 ? "" : " " + string.Join(" ", result.Warnings.Take(3));
        return $"{letters} {(letters == 1 ? "letter" : "letters")} printed on {result.Pages} {(result.Pages == 1 ? "page" : "pages")}. No status changed."
            + Marking.AloneWords(alone) + warnings;
    }

    private ScreenFile File(LetterResult result) => new()
    {
        Name = $"letters-{host.Clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.pdf",
        ContentType = "application/pdf",
        Content = result.Pdf,
    };

    private sealed record WrittenLetter(IllRequest Request, Letter Letter);
}
