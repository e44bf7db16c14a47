using System.Diagnostics;
using IllAddins.CustomerContact.ContactForm.Marks;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Letters;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.ContactForm.Printing;

/// <summary>Print Notifications: one letter for each patron about all the selected requests, as one PDF. No status changes; a print count and History are kept.</summary>
public sealed class LettersCommand(IAddinHost host, TemplateStore templates, LetterPrinter printer, PrintBatches batches)
{
    public async Task<CommandAnswer> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var selection = await Selection.ReadAsync(host, call, cancellationToken);
        var writer = new LetterWriter(host, await templates.LoadAsync(cancellationToken));
        var (written, refused) = Write(PatronPiles.Of(selection.Standing), writer);
        List<LeftAlone> alone = [.. refused, .. selection.LeftAlone];
        if (written.Count == 0)
            return new CommandAnswer { Message = PaperWords.NoLetterPrinted + Marking.AloneWords(alone), Refused = true };
        var result = printer.Print(Document(written, writer), cancellationToken);
        var answer = await batches.KeepAsync(Batch(written, alone, result, call.User), cancellationToken);
        return answer.Refused ? answer : answer with { Next = await NextAsync([.. written.SelectMany(letter => letter.Requests)], cancellationToken) };
    }

    // A letter printed is not yet one posted: whether the customers were told is for staff to say.
    private async Task<NextOffer?> NextAsync(IReadOnlyList<IllRequest> printed, CancellationToken cancellationToken)
    {
        var places = await Placements.OfAsync(host, printed, cancellationToken);
        var attention = places.Where(place => place.Value.Group == ContactGroup.NeedsAttention).Select(place => place.Key).ToHashSet();
        var told = Marking.Split(printed.Select(RequestFacts.Of), StaffMethod.Mail, attention: attention).ToMove.ToHashSet();
        return told.Count == 0 ? null : new NextOffer
        {
            Question = PaperWords.MarkAsNotified(told.Count),
            Command = ContactCommands.NotifiedViaMail,
            Rows =
            [
                .. printed.Where(request => told.Contains(request.Transaction.TransactionNumber))
                    .Select(request => new SelectedRow { TransactionNumber = request.Transaction.TransactionNumber, ArrivalId = request.ArrivalId }),
            ],
            Values = Companions.None,
        };
    }

    private static (List<WrittenLetter> Written, List<LeftAlone> Alone) Write(IReadOnlyList<IReadOnlyList<IllRequest>> piles, LetterWriter writer)
    {
        var (written, alone) = (new List<WrittenLetter>(), new List<LeftAlone>());
        foreach (var pile in piles)
            switch (writer.Write(pile))
            {
                case LetterWriting.Written letter:
                    written.Add(new WrittenLetter(pile, letter.Letter));
                    break;
                case LetterWriting.Refused refused:
                    alone.AddRange(pile.Select(request => new LeftAlone(request.Transaction.TransactionNumber, refused.Why)));
                    break;
                default:
                    throw new UnreachableException();
            }

        return (written, alone);
    }

    // A file has one language: that of its first letter.
    private LetterDocument Document(List<WrittenLetter> written, LetterWriter writer) => new()
    {
        Title = PaperWords.LettersTitle,
        Language = writer.Settings(written[0].Requests[0].Site) is LetterSettingsReading.Valid { Settings: var settings } ? settings.Language : "en",
        Letters = [.. written.Select(letter => letter.Letter)],
        CreatedAt = host.Clock.GetUtcNow(),
    };

    private PrintBatch Batch(List<WrittenLetter> written, List<LeftAlone> alone, LetterResult result, string by)
    {
        List<IllRequest> requests = [.. written.SelectMany(letter => letter.Requests)];
        var unaddressed = requests.Where(request => !RequestFacts.Of(request).HasPostalAddress).Select(request => request.Transaction.TransactionNumber);
        var letters = EntryWords.Letters(written.Count);
        return new PrintBatch
        {
            Kind = PrintKind.Letters,
            By = by,
            At = host.Clock.GetUtcNow(),
            Requests = requests,
            Said = written.Count == requests.Count ? letters : EntryWords.LettersFor(letters, EntryWords.Requests(requests.Count)),
            Result = result,
            Remarks = PrintBatch.RemarksOf(result, written.Select(letter => letter.Requests)),
            Rest = Marking.AloneWords(alone) + PrintWords.Sentence(PaperWords.NoPostalAddress, RowNumbers.Words([.. unaddressed])) + PrintWords.Warnings(result.Warnings),
        };
    }

    private sealed record WrittenLetter(IReadOnlyList<IllRequest> Requests, Letter Letter);
}
