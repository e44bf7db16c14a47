using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;
using IllAddins.Host.Data;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Road.Interleaved;

/// <summary>A library whose process may die: what it left in its folders goes on in another one, with a mail server of its own that keeps the count.</summary>
public sealed class InterleavedDesk : IAsyncDisposable
{
    public const int Requests = 3;

    public const int FirstNumber = 201;

    private readonly List<ReceivedMail> earlierMails = [];
    private Library library;
    private ScriptedSmtpListener listener = ScriptedSmtpListener.Start();
    private MailRoom room = null!;
    private int addresses;

    private InterleavedDesk(Library library) => this.library = library;

    public Library Library => library;

    /// <summary>Every mail that some server took.</summary>
    public IReadOnlyList<ReceivedMail> Mails => [.. earlierMails, .. listener.Mails];

    /// <summary>Fresh requests at the contact status, as they lie in a folder that was made once.</summary>
    public static async Task<InterleavedDesk> OpenAsync(Library fresh)
    {
        var desk = new InterleavedDesk(await CopyAsync(fresh));
        await desk.StartAsync();
        return desk;
    }

    /// <summary>The folder with which every case begins: e-mail patrons with one request each.</summary>
    public static async Task<Library> FreshAsync()
    {
        var library = new Library();
        var numbers = Enumerable.Range(0, Requests).ToList();
        await library.ImportAsync(
            "UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress\n" + string.Join('\n', numbers.Select(number => $"u{number},Jane,Doe {number},MAIN,Electronic,u{number}@example.org")),
            "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n"
            + string.Join('\n', numbers.Select(number => $"{FirstNumber + number},u{number},Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Title {number}")));
        return library;
    }

    public void Rest(TimeSpan time) => library.Clock.Advance(time);

    public async Task SweepAsync(IReadOnlyList<ServerTurn> turns)
    {
        foreach (var turn in turns)
            listener.Script.Next(turn.Stage, turn.Act);
        await room.SweepAsync();
        listener.Script.Clear();
    }

    /// <summary>Sweeps; something is done while a mail stands at a stage, or afterwards where none comes so far.</summary>
    public async Task SweepAsync(SmtpStage stage, Func<Task> meanwhile)
    {
        var gate = new Gate();
        listener.Script.Next(stage, new SmtpAct.Stall(gate));
        var sweeping = room.SweepAsync();
        await Task.WhenAny(gate.Reached, sweeping);
        await meanwhile();
        gate.Release();
        await sweeping;
        listener.Script.Clear();
    }

    /// <summary>Sweeps, and dies while a mail stands at a stage, where one comes so far.</summary>
    public async Task KillAsync(SmtpStage stage, bool kept)
    {
        // Never released: it dies with its connection.
        var gate = new Gate();
        listener.Script.Next(stage, new SmtpAct.Stall(gate) { Keeps = kept });
        var sweeping = room.SweepAsync();
        await Task.WhenAny(gate.Reached, sweeping);
        var next = await CopyAsync(library);
        earlierMails.AddRange(listener.Mails);
        await listener.DisposeAsync();
        await sweeping;
        await room.DisposeAsync();
        library.Dispose();
        (library, listener) = (next, ScriptedSmtpListener.Start());
        await StartAsync();
    }

    /// <summary>Does what the act says.</summary>
    /// <returns>True where it was done; false where it was refused, or there was nothing to do it to.</returns>
    public Task<bool> ActAsync(StaffAct act, int request) => act switch
    {
        StaffAct.SendAgain => OfNoticeAsync(request, (id, token) => room.Actions.ResendAsync(id, "ann", token)),
        StaffAct.Cancel => OfNoticeAsync(request, (id, token) => room.Actions.CancelAsync(id, "ann", token)),
        StaffAct.WasDelivered => OfNoticeAsync(request, (id, token) => room.Actions.MarkDeliveredAsync(id, "ann", token)),
        StaffAct.FixAddressAndSendAgain => OfNoticeAsync(request, (id, token) => room.Actions.FixAddressAndResendAsync(id, NewAddress(request), "ann", token)),
        StaffAct.MoveOn => RouteAsync(request, ContactStatuses.AwaitingContact, "Customer Notified via Phone"),
        StaffAct.ComeBack => RouteAsync(request, ContactStatuses.NotifiedViaEMail, ContactStatuses.AwaitingContact),
        StaffAct.PreferPhone => ChangeAsync(request, "NotificationMethod", "Phone"),
        StaffAct.PreferEMail => ChangeAsync(request, "NotificationMethod", "Electronic"),
        StaffAct.ChangeAddress => ChangeAsync(request, "EMailAddress", NewAddress(request)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public async ValueTask DisposeAsync()
    {
        await room.DisposeAsync();
        await listener.DisposeAsync();
        library.Dispose();
    }

    // As a killed process leaves it: between two commits, with whatever the journal has by then.
    private static async Task<Library> CopyAsync(Library from)
    {
        var copy = new Library();
        copy.Clock.Advance(from.Clock.GetUtcNow() - Library.Monday);
        await using var database = SqliteDatabase.Open(Path.Combine(from.Data, "illaddins.db"));
        await database.WriteAsync(
            async _ =>
            {
                // Not by File.Copy, which minds the locks of the journals.
                using var copying = System.Diagnostics.Process.Start("cp", ["-r", $"{from.Data}/.", copy.Data]);
                await copying.WaitForExitAsync();
                return copying.ExitCode == 0 ? true : throw new IOException($"{from.Data} was not copied.");
            },
            CancellationToken.None);
        return copy;
    }

    private async Task StartAsync()
    {
        library.MailTo(listener, connections: 2);
        room = await MailRoom.OpenAsync(library);
    }

    private async Task<bool> OfNoticeAsync(int request, Func<long, CancellationToken, Task<NoticeActionAnswer>> act)
    {
        var notices = await new Outbox(room.Host.Database).OfRequestAsync(FirstNumber + request, CancellationToken.None);
        return notices is [var latest, ..] && await act(latest.Id, CancellationToken.None) is NoticeActionAnswer.Done;
    }

    private async Task<bool> RouteAsync(int request, string from, string to) =>
        await room.Host.Record.RouteAsync(
            new RouteOrder { TransactionNumber = FirstNumber + request, ExpectedStatus = new(from), NewStatus = new(to), By = "ann" }, null, CancellationToken.None) is RouteAnswer.Routed;

    private async Task<bool> ChangeAsync(int request, string field, string value) =>
        await room.Host.Record.UpdateUserAsync(
            new RecordFields { Texts = new Dictionary<string, string?> { ["UserName"] = $"u{request}", [field] = value }, By = "ann" }, null, CancellationToken.None) is WriteAnswer.Written;

    private string NewAddress(int request) => $"u{request}.{++addresses}@example.org";
}
