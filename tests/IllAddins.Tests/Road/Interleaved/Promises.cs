using System.Text.RegularExpressions;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Road.Interleaved;

/// <summary>
/// The model: what the mail servers truly took of each notice, and by whose word. It is held against the record after every step; what does not fit is a sentence.
/// </summary>
public sealed partial class Promises
{
    private readonly Dictionary<string, int> allowed = [];
    private readonly Dictionary<string, int> closed = [];
    private readonly HashSet<string> unknown = [];
    private readonly HashSet<string> decidedByStaff = [];

    /// <summary>An act was done about a request.</summary>
    /// <param name="act">What.</param>
    /// <param name="request">The transaction number.</param>
    /// <param name="before">How everything stood before.</param>
    /// <param name="mails">What the servers had taken before.</param>
    /// <param name="duringSweep">Whether mails were on their way.</param>
    public void Done(StaffAct act, long request, IReadOnlyList<StandingNotice> before, IReadOnlyList<ReceivedMail> mails, bool duringSweep)
    {
        Notice(before);
        if (before.LastOrDefault(notice => notice.Request == request && notice.MessageId is not null) is not { MessageId: { } id } notice)
            return;
        if (act is StaffAct.SendAgain or StaffAct.FixAddressAndSendAgain or StaffAct.Cancel or StaffAct.WasDelivered)
            decidedByStaff.Add(id);
        // Only whoever was told that it may have gone out may have it sent a second time.
        if (act is StaffAct.SendAgain or StaffAct.FixAddressAndSendAgain && unknown.Contains(id))
            allowed[id] = Taken(mails, id) + 1;
        if (act is StaffAct.MoveOn && !duringSweep)
            closed[id] = Taken(mails, id);
    }

    /// <summary>What is broken while no mail is on its way; none where every promise is kept.</summary>
    public IReadOnlyList<string> Broken(IReadOnlyList<StandingNotice> standing, IReadOnlyList<ReceivedMail> mails)
    {
        Notice(standing);
        var known = standing.Select(notice => notice.MessageId).ToHashSet();
        return
        [
            .. standing.Where(notice => notice.MessageId is not null).SelectMany(notice => Faults(notice, notice.MessageId!, Taken(mails, notice.MessageId!))),
            .. mails.Select(IdOf).Where(id => !known.Contains(id)).Select(id => $"{id} was taken and is in no outbox."),
            .. standing.GroupBy(notice => notice.Request).Where(request => request.First().Told > request.Count(notice => notice.Status == "Sent"))
                .Select(request => $"{request.Key} is told {request.First().Told} times in Tracking, more often than it was sent."),
        ];
    }

    /// <summary>What is lost once the mail server has taken everything for a long time.</summary>
    public static IReadOnlyList<string> Lost(IReadOnlyList<StandingNotice> standing) =>
    [
        .. standing.Where(notice => notice.Status is "Pending" or "Sending" or "Retrying").Select(notice => $"It never ended: {notice}"),
        .. standing.Where(notice => notice is { TransactionStatus: "Awaiting Customer Contact", IsLast: 1 } && !(notice.State is "Held" or "ForStaff" && notice.Reason is { Length: > 0 }))
            .Select(notice => $"It is shown to nobody: {notice}"),
        .. standing.Where(notice => notice is { TransactionStatus: "Awaiting Customer Contact", State: null }).Select(notice => $"It was never decided: {notice}"),
    ];

    /// <summary>Mails since a moment that went elsewhere than the record said then.</summary>
    public static IReadOnlyList<string> Astray(IReadOnlyList<StandingNotice> before, IEnumerable<ReceivedMail> since) =>
    [
        .. from mail in since
           let request = before.Last(notice => notice.Request == RequestOf(mail))
           where !request.Method.StartsWith('E') || !mail.Recipients.SequenceEqual([request.Address]) || request.TransactionStatus != "Awaiting Customer Contact"
           select $"A mail went to {string.Join(", ", mail.Recipients)}, though: {request}",
    ];

    private void Notice(IReadOnlyList<StandingNotice> standing) =>
        unknown.UnionWith(standing.Where(notice => notice.Status == "Unknown").Select(notice => notice.MessageId!));

    private IEnumerable<string> Faults(StandingNotice notice, string id, int taken)
    {
        if (taken > allowed.GetValueOrDefault(id, 1))
            yield return $"Taken {taken} times, by whose word? {notice}";
        if (closed.TryGetValue(id, out var then) && taken > then)
            yield return $"Taken after its request had moved on: {notice}";
        if (notice.Status == "Sent" && taken == 0 && !decidedByStaff.Contains(id))
            yield return $"Sent, and no server took it: {notice}";
        if (taken > 0 && !decidedByStaff.Contains(id) && notice.Status is not ("Sent" or "Unknown" or "Sending"))
            yield return $"Taken, and the record knows nothing of it: {notice}";
    }

    private static int Taken(IReadOnlyList<ReceivedMail> mails, string id) => mails.Count(mail => IdOf(mail) == id);

    private static string IdOf(ReceivedMail mail) => MessageIdLine().Match(mail.Text).Groups[1].Value;

    private static long RequestOf(ReceivedMail mail) => long.Parse(MessageIdLine().Match(mail.Text).Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Message-Id: <(ill\.(\d+)\.[^>]*)>", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex MessageIdLine();
}
