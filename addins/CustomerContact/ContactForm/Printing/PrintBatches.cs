using System.Data.Common;
using Dapper;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.ContactForm.Printing;

/// <summary>Counts what is printed, and keeps each staff member's last batch so that it can be printed again.</summary>
public sealed class PrintBatches(IAddinHost host)
{
    /// <summary>Counts a batch, writes its History and keeps it; then it is given out.</summary>
    public async Task<CommandAnswer> KeepAsync(PrintBatch batch, CancellationToken cancellationToken)
    {
        var file = File(Name(batch.Kind, batch.Requests[0].Site, batch.At), batch.Result.Pdf);
        try
        {
            await host.Database.WriteAsync(within => KeepAsync(batch, file, within, cancellationToken), cancellationToken);
        }
        catch (DbException fault)
        {
            return Uncounted(batch.Kind, fault);
        }

        return new CommandAnswer { Message = batch.Words, File = file };
    }

    /// <summary>Gives out a staff member's last batch as it was, counted as printed again.</summary>
    public async Task<CommandAnswer> AgainAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (await LastAsync(call.User, cancellationToken) is not { } last)
            return new CommandAnswer { Message = PaperWords.NothingToPrintAgain, Refused = true };
        var kind = Enum.Parse<PrintKind>(last.Kind);
        try
        {
            await host.Database.WriteAsync(within => CountAgainAsync(kind, call.User, within, cancellationToken), cancellationToken);
        }
        catch (DbException fault)
        {
            return Uncounted(kind, fault);
        }

        var site = call.Site ?? (await host.SitesAsync(cancellationToken))[0];
        var at = site.Moment(StoredTime.Read(last.At), host.Clock.GetUtcNow());
        return new CommandAnswer { Message = PaperWords.PrintedAgain(at, last.Said), File = File(last.FileName, last.Pdf) };
    }

    // A letter that nothing tells of would be printed, and posted, a second time.
    private static CommandAnswer Uncounted(PrintKind kind, DbException fault) => new()
    {
        Message = kind == PrintKind.Letters ? PaperWords.LetterNotCounted(fault.Message) : PaperWords.SlipNotCounted(fault.Message),
        Refused = true,
    };

    private async Task<bool> KeepAsync(PrintBatch batch, ScreenFile file, DbTransaction within, CancellationToken cancellationToken)
    {
        foreach (var request in batch.Requests)
        {
            var number = request.Transaction.TransactionNumber;
            if (batch.Kind == PrintKind.Letters)
                ContactTraces.Printed(within, number, request.ArrivalId, batch.By, batch.At);
            await TellAsync(number, batch.Kind, again: false, batch.Remarks.GetValueOrDefault(number), batch.By, within, cancellationToken);
        }

        Replace(batch, file, within);
        return true;
    }

    private static void Replace(PrintBatch batch, ScreenFile file, DbTransaction within)
    {
        within.Connection!.Execute("DELETE FROM ContactBatchRequests WHERE StaffUser = @By", new { batch.By }, within);
        within.Connection!.Execute(
            """
            INSERT INTO ContactBatches (StaffUser, Kind, Said, FileName, At, Pdf) VALUES (@By, @Kind, @Said, @FileName, @At, @Pdf)
            ON CONFLICT (StaffUser) DO UPDATE SET Kind = excluded.Kind, Said = excluded.Said, FileName = excluded.FileName, At = excluded.At, Pdf = excluded.Pdf
            """,
            new { batch.By, Kind = batch.Kind.ToString(), batch.Said, FileName = file.Name, At = StoredTime.Write(batch.At), Pdf = file.Content.ToArray() },
            within);
        within.Connection!.Execute(
            "INSERT INTO ContactBatchRequests (StaffUser, TransactionNumber, ArrivalId) VALUES (@By, @TransactionNumber, @ArrivalId)",
            batch.Requests.Select(request => new { batch.By, request.Transaction.TransactionNumber, request.ArrivalId }),
            within);
    }

    private async Task<BatchRow?> LastAsync(string user, CancellationToken cancellationToken)
    {
        await using var connection = await host.Database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<BatchRow>(
            "SELECT Kind, Said, FileName, At, Pdf FROM ContactBatches WHERE StaffUser = @user ORDER BY StaffUser", new { user });
    }

    private async Task<bool> CountAgainAsync(PrintKind kind, string by, DbTransaction within, CancellationToken cancellationToken)
    {
        var requests = await within.Connection!.QueryAsync<(int TransactionNumber, long ArrivalId)>(
            "SELECT TransactionNumber, ArrivalId FROM ContactBatchRequests WHERE StaffUser = @by ORDER BY TransactionNumber", new { by }, within);
        foreach (var (number, arrivalId) in requests)
        {
            if (kind == PrintKind.Letters)
                ContactTraces.PrintedAgain(within, number, arrivalId);
            await TellAsync(number, kind, again: true, remark: null, by, within, cancellationToken);
        }

        return true;
    }

    private async Task TellAsync(int number, PrintKind kind, bool again, string? remark, string by, DbTransaction within, CancellationToken cancellationToken)
    {
        var (entry, paper) = kind == PrintKind.Letters
            ? (again ? EntryWords.LetterPrintedAgain : EntryWords.LetterPrinted, "letter")
            : (again ? EntryWords.SlipPrintedAgain : EntryWords.SlipPrinted, "slip");
        await host.Record.AddHistoryAsync(number, remark is null ? entry : $"{entry} {remark}", by, within, cancellationToken);
        await host.AuditAsync(new AuditEntry { By = by, Act = again ? "print again" : "print", Subject = paper, TransactionNumber = number }, within, cancellationToken);
    }

    private static string Name(PrintKind kind, Site site, DateTimeOffset at) => $"{SiteTimes.FileName(site, at, kind == PrintKind.Letters ? "letters" : "slips")}.pdf";

    private static ScreenFile File(string name, ReadOnlyMemory<byte> pdf) => new() { Name = name, ContentType = "application/pdf", Content = pdf };

    private sealed record BatchRow(string Kind, string Said, string FileName, string At, byte[] Pdf);
}
