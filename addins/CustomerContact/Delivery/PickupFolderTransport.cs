namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// Lays each mail as one .eml file into a folder, for a mail program to open or another program to send; the Bcc header is kept in it. The file appears whole
/// under its final name or not at all, and a repeat of the same Message-Id takes the place of the first.
/// </summary>
public sealed class PickupFolderTransport : IMailTransport
{
    private readonly string _folder;
    private readonly SendJournal _journal;
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Makes nothing before the first mail.</summary>
    /// <param name="folder">The folder; made when it is missing.</param>
    /// <param name="journal">Account of what was handed over; null keeps none.</param>
    public PickupFolderTransport(string folder, SendJournal? journal = null)
    {
        _folder = folder;
        _journal = journal ?? SendJournal.None;
    }

    /// <inheritdoc cref="IMailTransport.SendAsync(OutgoingMail, CancellationToken)"/>
    public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => SendAsync(mail, static () => null, cancellationToken);

    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(OutgoingMail mail, Func<OutgoingMail?> next, CancellationToken cancellationToken)
    {
        var (parties, refusal) = MailParties.Read(mail);
        if ((refusal ?? MessageIds.Problem(mail)) is { } unsendable)
            return unsendable;

        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await LayAsync(mail, parties!, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What became of a mail that a process was laying into the folder when it died.</summary>
    /// <returns>True when it lies there, false when it was never laid; null when it was taken away since, or was not for this folder.</returns>
    public static bool? WasLaid(string folder, string messageId)
    {
        var file = Path.Combine(folder, PickupFileName.For(messageId));
        return File.Exists(Unfinished(file)) ? false : File.Exists(file) ? true : null;
    }

    /// <summary>Waits for the mail that is being written.</summary>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        _turn.Dispose();
    }

    private async Task<MailOutcome> LayAsync(OutgoingMail mail, MailParties parties, CancellationToken cancellationToken)
    {
        var messageId = MessageIds.Bare(mail);
        var file = Path.Combine(_folder, PickupFileName.For(messageId));
        var unfinished = Unfinished(file);
        try
        {
            Directory.CreateDirectory(_folder);
            await WriteAsync(mail, parties, unfinished, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
        }
        catch (Exception fault)
        {
            RemoveIfThere(unfinished);
            if (fault is IOException or UnauthorizedAccessException)
                return NotWritten(fault);
            throw;
        }
        return Publish(messageId, unfinished, file, parties.Notes);
    }

    private MailOutcome Publish(string messageId, string unfinished, string file, IReadOnlyList<string> notes)
    {
        var published = false;
        try
        {
            _journal.Before(messageId);
            MailOutcome outcome;
            try
            {
                File.Move(unfinished, file, overwrite: true);
                published = true;
                outcome = new MailOutcome.Accepted(MailAnswer.InOurWords(MailStage.PickupFile, MailWords.LaidIntoFolder(Path.GetFileName(file))), notes);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                outcome = NotWritten(fault);
            }
            _journal.After(messageId, outcome);
            return outcome;
        }
        finally
        {
            if (!published)
                RemoveIfThere(unfinished);
        }
    }

    private static async Task WriteAsync(OutgoingMail mail, MailParties parties, string file, CancellationToken cancellationToken)
    {
        var text = new MailText().Write(mail, parties, eightBit: false, withBcc: true);
        await using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None);
        await stream.WriteAsync(text, cancellationToken);
        stream.Flush(flushToDisk: true);
    }

    private MailOutcome.ServerFault NotWritten(Exception fault) =>
        new(MailAnswer.InOurWords(MailStage.PickupFile, MailWords.FolderNotWritten(_folder, fault.Message)));

    // In the same folder, so that the renaming never crosses a file system; one name for one mail, so that it tells that the renaming has not been.
    private static string Unfinished(string file) => $"{file}.tmp";

    private static void RemoveIfThere(string file)
    {
        if (File.Exists(file))
            File.Delete(file);
    }
}
