using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Core.ContactForm;

/// <summary>What the form says of the rows that a command moved or left alone, and where a row stands. The words stand in MarkingWords.resx.</summary>
public static class MarkingWords
{
    private static readonly RoomWords Words = new(typeof(MarkingWords));

    public static string LeftAlone(int transactionNumber, string reason) => Words.Text(nameof(LeftAlone), transactionNumber, reason);

    public static string NoPhoneRequestSelected => Words.Text(nameof(NoPhoneRequestSelected));

    public static string NoMailRequestSelected => Words.Text(nameof(NoMailRequestSelected));

    public static string NoRequest => Words.Text(nameof(NoRequest));

    public static string Requests(int count) => Words.Count(nameof(Requests), count);

    public static string Moved(string requests, string statuses) => Words.Text(nameof(Moved), requests, statuses);

    public static string MovedElsewhere(int count, string status) => Words.Text(nameof(MovedElsewhere), count, status);

    public static string RowsLeftAlone(int count, string reasons) => Words.Text(nameof(RowsLeftAlone), count, reasons);

    public static string RowsOfReason(string numbers, string reason) => Words.Text(nameof(RowsOfReason), numbers, reason);

    public static string AndOtherReasons(string shown, int rows) => Words.Text(nameof(AndOtherReasons), shown, rows);

    public static string AndMore(string numbers, int more) => Words.Text(nameof(AndMore), numbers, more);

    public static string StatusIs(string status) => Words.Text(nameof(StatusIs), status);

    public static string MethodIsOfChannel(string method, string channel) => Words.Text(nameof(MethodIsOfChannel), method, channel);

    public static string MethodIsPhone => Words.Text(nameof(MethodIsPhone));

    public static string MethodIsMail => Words.Text(nameof(MethodIsMail));

    public static string MethodIsEMail => Words.Text(nameof(MethodIsEMail));

    public static string MethodIsUnknown(string method) => Words.Text(nameof(MethodIsUnknown), method);

    public static string MethodIsEmpty => Words.Text(nameof(MethodIsEmpty));

    public static string WaitsForChannel(string channel) => Words.Text(nameof(WaitsForChannel), channel);

    public static string WaitsForMailSweep => Words.Text(nameof(WaitsForMailSweep));
}
