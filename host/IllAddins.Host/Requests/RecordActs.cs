using System.Data.Common;

namespace IllAddins.Host.Requests;

/// <summary>Writes down what staff, admins and other software do to the record, in the transaction that does it. Of patrons it names the request and the fields, no values.</summary>
public sealed class RecordActs(TimeProvider clock)
{
    /// <summary>A request was moved.</summary>
    public void Routed(DbConnection connection, DbTransaction within, RouteOrder order) => Add(
        connection, within, Act("route", "status", order.TransactionNumber, order.By) with { Was = order.ExpectedStatus.Name, Became = order.NewStatus.Name });

    /// <summary>A note was added.</summary>
    public void Noted(DbConnection connection, DbTransaction within, int number, string noteType, string by) =>
        Add(connection, within, Act("add", "note", number, by) with { Detail = noteType });

    /// <summary>The e-mail address of a request's user was corrected.</summary>
    public void Corrected(DbConnection connection, DbTransaction within, int number, string by) => Add(connection, within, Act("correct", "e-mail address", number, by));

    /// <summary>Fields of a request or its user were changed.</summary>
    public EditAnswer Edited(DbConnection connection, DbTransaction within, RequestEdit edit, EditAnswer answer)
    {
        if (answer is EditAnswer.Written { Fields.Count: > 0 } written)
            Add(connection, within, Act("edit", "fields", edit.TransactionNumber, edit.By) with { Detail = string.Join(", ", written.Fields) });
        return answer;
    }

    /// <summary>A user or a request was entered.</summary>
    public WriteAnswer Entered(RecordBatch batch, string act, string subject, RecordFields fields, WriteAnswer answer)
    {
        if (answer is not WriteAnswer.Written written)
            return answer;
        var names = string.Join(", ", fields.Texts.Keys.Order(StringComparer.OrdinalIgnoreCase));
        var entry = Act(act, subject, written.TransactionNumber > 0 ? written.TransactionNumber : null, fields.By);
        Add(batch.Connection, batch.Within, entry with { Detail = names });
        return answer;
    }

    private static AuditEntry Act(string act, string subject, int? number, string by) => new() { By = by, Act = act, Subject = subject, TransactionNumber = number };

    private void Add(DbConnection connection, DbTransaction within, AuditEntry entry) => AuditTrail.Add(connection, within, entry, clock.GetUtcNow());
}
