using System.Collections.Immutable;
using System.Diagnostics;
using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.CustomerContact.Core.ContactForm;

/// <summary>A selected row that a command does not fit, and why.</summary>
public sealed record LeftAlone(int TransactionNumber, string Reason)
{
    /// <summary><c>480318: method is Mail</c>.</summary>
    public override string ToString() => MarkingWords.LeftAlone(TransactionNumber, Reason);
}

/// <summary>What <see cref="Marking.Split"/> found.</summary>
/// <param name="ToMove">Transaction numbers of the rows to route to <paramref name="NewStatus"/>, in the order of the selection.</param>
/// <param name="LeftAlone">The other rows, in the order of the selection.</param>
/// <param name="NewStatus">The status that the command gives.</param>
/// <param name="StatusLine">The sentence for staff if all rows to move are moved; else ask <see cref="Marking.StatusLine"/> again.</param>
public sealed record MarkingSplit(ImmutableArray<int> ToMove, ImmutableArray<LeftAlone> LeftAlone, string NewStatus, string StatusLine);

/// <summary>The commands Notified via Phone and Notified via Mail.</summary>
public static class Marking
{
    /// <summary>
    /// Splits the selected rows: those at a contact status move whose user's method is the command's, and those under Needs attention, however their patron
    /// wanted to be told.
    /// </summary>
    /// <param name="rows">The selected rows as they are now; a transaction number counts once.</param>
    /// <param name="method">The command.</param>
    /// <param name="newStatus">The status to give; null for ILLiad's name, or ours for Mail.</param>
    /// <param name="attention">The transaction numbers of the rows under Needs attention; null for none.</param>
    public static MarkingSplit Split(IEnumerable<ContactFacts> rows, StaffMethod method, string? newStatus = null, IReadOnlySet<int>? attention = null)
    {
        var status = newStatus ?? StatusFor(method);
        var judged = rows.DistinctBy(row => row.TransactionNumber)
            .Select(row => (row.TransactionNumber, Reason: WhyNot(row, method, attention?.Contains(row.TransactionNumber) is true)))
            .ToImmutableArray();
        ImmutableArray<int> toMove = [.. judged.Where(row => row.Reason is null).Select(row => row.TransactionNumber)];
        ImmutableArray<LeftAlone> alone = [.. judged.Where(row => row.Reason is not null).Select(row => new LeftAlone(row.TransactionNumber, row.Reason!))];
        var line = judged.IsEmpty ? NothingSelected(method) : StatusLine(toMove.Length, status, alone);
        return new MarkingSplit(toMove, alone, status, line);
    }

    /// <summary>The sentence for staff after the command, e.g. <c>2 requests moved to Customer Notified via Phone. 1 left alone: 480318 - method is Mail.</c></summary>
    public static string StatusLine(int moved, string newStatus, IReadOnlyList<LeftAlone> leftAlone) => StatusLine([(newStatus, moved)], leftAlone);

    /// <summary>As the other one, where sites name different statuses: how many moved to each, never none; e.g. <c>2 requests moved to Letter Sent, 1 to Told by Mail.</c></summary>
    public static string StatusLine(IReadOnlyList<(string Status, int Count)> moved, IReadOnlyList<LeftAlone> leftAlone)
    {
        ArgumentNullException.ThrowIfNull(moved);
        var count = moved[0].Count == 0 ? MarkingWords.NoRequest : MarkingWords.Requests(moved[0].Count);
        var statuses = moved.Select((to, at) => at == 0 ? to.Status : MarkingWords.MovedElsewhere(to.Count, to.Status));
        return MarkingWords.Moved(count, string.Join(", ", statuses)) + AloneWords(leftAlone);
    }

    /// <summary>The sentence about the rows left alone, with a space before it; empty where there are none.</summary>
    public static string AloneWords(IReadOnlyList<LeftAlone> leftAlone)
    {
        if (leftAlone.Count == 0)
            return "";
        var words = LeftAloneWords.For(leftAlone);
        return $" {MarkingWords.RowsLeftAlone(leftAlone.Count, words)}{(words.EndsWith('?') ? "" : ".")}";
    }

    /// <summary>The status that the command gives where a site names no other.</summary>
    public static string StatusFor(StaffMethod method) => method switch
    {
        StaffMethod.Phone => ContactStatuses.NotifiedViaPhone,
        StaffMethod.Mail => ContactStatuses.NotifiedViaMail,
        _ => throw new UnreachableException(),
    };

    private static string NothingSelected(StaffMethod method) => method switch
    {
        StaffMethod.Phone => MarkingWords.NoPhoneRequestSelected,
        StaffMethod.Mail => MarkingWords.NoMailRequestSelected,
        _ => throw new UnreachableException(),
    };

    private static string? WhyNot(ContactFacts row, StaffMethod method, bool needsAttention)
    {
        if (!ContactStatuses.AwaitsContact(row.TransactionStatus))
            return MarkingWords.StatusIs(row.TransactionStatus);
        // Told by whatever way there was: its own one does not work.
        if (needsAttention)
            return null;
        if (row.Channel is { } channel)
            return MarkingWords.MethodIsOfChannel(row.NotificationMethod!.Trim(), channel);
        return row.Method switch
        {
            NotificationMethod.Phone when method is StaffMethod.Phone => null,
            NotificationMethod.Mail when method is StaffMethod.Mail => null,
            NotificationMethod.Phone => MarkingWords.MethodIsPhone,
            NotificationMethod.Mail => MarkingWords.MethodIsMail,
            NotificationMethod.Electronic => MarkingWords.MethodIsEMail,
            NotificationMethod.Unknown unknown => MarkingWords.MethodIsUnknown(unknown.Text),
            NotificationMethod.None => MarkingWords.MethodIsEmpty,
            _ => throw new UnreachableException(),
        };
    }
}
