using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Delivery.Faults;

/// <summary>The answers of RFC 5321, RFC 4954 (AUTH), RFC 3207 (STARTTLS), RFC 7504 and of what servers say in the field, by stage, with where four notices stand afterwards.</summary>
public static class FaultRows
{
    /// <summary>All four went out.</summary>
    public const string Sent = "4 Sent after 1";

    /// <summary>Each is tried again by itself.</summary>
    public const string Later = "4 Retrying after 1";

    /// <summary>Each waits for staff: its address was refused.</summary>
    public const string Refused = "4 Failed after 1";

    /// <summary>The server's fault: no attempt is burned, and the site's mail rests.</summary>
    public const string Outage = "4 Pending, paused";

    /// <summary>Three may have gone out; then the site's mail rests.</summary>
    public const string Unknown = "1 Pending, 3 Unknown after 1, paused";

    private static readonly string[] Temporary =
        ["421 4.3.2 Shutting down", "432 4.7.12 A password transition is needed", "450 4.2.0 Busy", "451 4.3.0 Local error", "452 4.3.1 Out of storage", "454 4.7.0 Not now", "455 4.5.1 Parameters", "471 4.7.1 Filter"];

    private static readonly string[] Permanent =
    [
        "500 5.5.2 What?", "501 5.5.4 Syntax", "502 5.5.1 Not implemented", "503 5.5.1 Sequence", "504 5.5.4 Parameter", "521 5.3.2 No mail here", "523 5.7.10 Encryption needed", "530 5.7.0 Log in first",
        "534 5.7.9 Too weak", "535 5.7.8 Wrong password", "538 5.7.11 Encryption required", "550 5.7.1 Refused", "551 5.7.1 Not local", "552 5.3.4 Too big", "553 5.7.1 Not yours", "554 5.7.1 Policy",
        "555 5.5.4 Parameters", "556 5.3.2 No mail there", "571 5.7.1 Blocked", "500 What?", "502 No", "503 No", "504 No", "521 No", "530 No", "535 No", "550 No", "552 No", "554 No",
    ];

    /// <summary>Stage, answer, expected.</summary>
    public static TheoryData<SmtpStage, string, string> Answers
    {
        get
        {
            var rows = new TheoryData<SmtpStage, string, string>();
            // Before MAIL the server knows nothing of a mail: whatever it says is about itself.
            Add(rows, SmtpStage.Greeting, Outage, Temporary, Permanent);
            Add(rows, SmtpStage.Hello, Outage, Temporary, Permanent);
            Add(rows, SmtpStage.Mail, Outage, Permanent, ["421 4.3.2 Shutting down", "421 Too many connections", "451 4.3.0 Local error", "452 4.3.1 Out of storage"]);
            Add(rows, SmtpStage.Mail, Later, ["450 4.1.8 Sender's domain not found now", "451 4.7.1 Greylisted", "451 Try again", "452 Too many", "454 4.7.0 Not now", "455 4.5.1 Parameters"]);
            Recipient(rows);
            Add(rows, SmtpStage.Data, Outage, Permanent, ["421 4.3.2 Shutting down", "451 4.3.0 Local error", "250 2.0.0 Ok, but why?", "220 What?", "399 Odd"]);
            Add(rows, SmtpStage.Data, Later, ["450 4.2.0 Busy", "451 4.7.1 Greylisted", "452 Too many", "454 4.7.0 Not now"]);
            Add(rows, SmtpStage.Data, Refused, ["550 5.1.1 No such user", "552 5.2.2 Mailbox full"]);
            Add(rows, SmtpStage.FinalDot, Outage, Permanent, ["421 4.3.2 Shutting down", "451 4.3.0 Queue file write error", "552 5.3.4 Message size exceeds the limit", "554 5.6.0 Content", "550 5.1.8 Sender"]);
            Add(rows, SmtpStage.FinalDot, Later, ["450 4.2.0 Busy", "451 4.7.1 Greylisted", "451 Try again", "452 4.2.2 Mailbox full now"]);
            Add(rows, SmtpStage.FinalDot, Refused, ["550 5.1.1 No such user", "552 5.2.2 Mailbox full"]);
            Add(rows, SmtpStage.FinalDot, Sent, ["250 2.0.0 Ok", "250", "251 2.1.5 Will forward", "252 2.0.0 Will try", "200 Fine", "250-2.0.0 First line\n250 2.0.0 last line"]);
            Add(rows, SmtpStage.FinalDot, Unknown, ["354 Go on", "399 Odd", "150 Wait", "600 Odd"]);
            return rows;
        }
    }

    private static void Recipient(TheoryData<SmtpStage, string, string> rows)
    {
        Add(rows, SmtpStage.Rcpt, Refused,
        [
            "501 5.1.3 Bad address", "510 5.1.1 Bad address", "511 5.1.1 No mailbox", "550 5.1.1 No such user", "550 5.1.2 No such host", "550 5.1.6 Moved", "550 5.1.10 Null MX", "550 5.2.1 Mailbox disabled",
            "550 5.4.1 Recipient address rejected", "550 No such user", "551 User not local", "552 5.2.2 Mailbox full", "552 Mailbox full", "553 5.1.3 Bad address", "553 Mailbox name not allowed", "554 No such user",
            "556 5.1.10 The domain takes no mail", "550-5.1.1 The account does not exist.\n550-5.1.1 Ask\n550 5.1.1 at the desk.",
            "550-5.1.1 The account that you tried to reach does not exist. Please try\n550-5.1.1 double-checking the recipient's address for typos or\n550-5.1.1 unnecessary spaces. Learn more at\n550 5.1.1 https://mail.example/support/?p=NoSuchUser 4fb4d7f45d1cf-5c7",
        ]);
        Add(rows, SmtpStage.Rcpt, Later, ["450 4.2.1 Mailbox busy", "450 4.7.1 Greylisted", "451 4.4.3 Name server", "452 4.2.2 Mailbox full now", "452 4.5.3 Too many recipients", "455 Parameters"]);
        Add(rows, SmtpStage.Rcpt, Outage,
        [
            "421 4.7.0 Too many errors", "451 4.3.5 Bad configuration", "452 4.3.1 Out of storage", "500 What?", "500 5.5.2 What?", "502 Not implemented", "503 Bad sequence", "503 5.5.1 MAIL first", "504 Parameter",
            "521 No mail here", "523 Encryption needed", "530 Log in first", "530 5.7.0 Log in first", "534 Too weak", "535 Log in first", "538 Encryption required", "550 5.1.7 Bad sender", "550 5.1.8 Sender's domain",
            "550 5.7.1 Relaying denied", "552 5.3.4 Too big", "554 5.7.1 Relay access denied", "554 5.3.2 Not accepting mail", "554 5.5.1 Error", "571 5.7.1 Blocked",
        ]);
        Add(rows, SmtpStage.Rcpt, Sent, ["250 Ok", "251 2.1.5 Will forward", "252 2.1.5 Cannot verify", "250-2.1.5 First\n250 2.1.5 last"]);
    }

    private static void Add(TheoryData<SmtpStage, string, string> rows, SmtpStage stage, string expected, params string[][] answers)
    {
        foreach (var answer in answers.SelectMany(some => some))
            rows.Add(stage, answer, expected);
    }
}
