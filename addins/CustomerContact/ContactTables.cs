using IllAddins.CustomerContact.ContactForm;
using IllAddins.CustomerContact.ContactForm.Printing;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact;

/// <summary>The add-in's own tables; an entry, once released, is never changed.</summary>
public static class ContactTables
{
    public static readonly IReadOnlyList<string> Migrations =
    [
        First, DeliveryTables.Second, ScriptWords, PrintTables.Batches, ContactFormTables.Acts, OpenAlone, DeliveryTables.Cancelled, NoticeEvents.Tables, MailSlots.Table, DeliveryTables.WithoutIn,
    ];

    private const string First = """
        CREATE TABLE ContactDecisions (
            TransactionNumber INTEGER NOT NULL REFERENCES Transactions (TransactionNumber),
            ArrivalId INTEGER NOT NULL,
            Stage TEXT NOT NULL CHECK (Stage IN ('Delay', 'Notice')),
            Site TEXT NOT NULL COLLATE NOCASE,
            State TEXT NOT NULL,
            DueAt TEXT,
            Reason TEXT NOT NULL,
            HoldKind TEXT,
            Template TEXT,
            DecidedBy TEXT NOT NULL,
            DecidedAt TEXT NOT NULL,
            PRIMARY KEY (TransactionNumber, ArrivalId)) STRICT;
        CREATE INDEX ContactDecisionsDue ON ContactDecisions (Site, Stage, State, DueAt, TransactionNumber);
        CREATE INDEX ContactDecisionsDecidedBy ON ContactDecisions (Site, Stage, State, DecidedBy, TransactionNumber);

        -- How far the sweeps have read the changes of the record.
        CREATE TABLE ContactMarks (
            Site TEXT NOT NULL COLLATE NOCASE,
            TransactionStatus TEXT NOT NULL COLLATE NOCASE,
            Change INTEGER NOT NULL,
            TransactionNumber INTEGER NOT NULL,
            PRIMARY KEY (Site, TransactionStatus)) STRICT;

        CREATE TABLE EMailTemplates (
            NVTGC TEXT NOT NULL COLLATE NOCASE REFERENCES Sites (NVTGC),
            Name TEXT NOT NULL COLLATE NOCASE,
            Description TEXT NOT NULL,
            FromName TEXT,
            FromAddress TEXT,
            ToName TEXT,
            ToAddress TEXT,
            CC TEXT,
            BCC TEXT,
            Subject TEXT NOT NULL,
            Body TEXT NOT NULL,
            Disabled INTEGER NOT NULL DEFAULT 0 CHECK (Disabled IN (0, 1)),
            PRIMARY KEY (NVTGC, Name)) STRICT;

        -- What was put in once and is not put back when somebody deletes it.
        CREATE TABLE ContactSeeds (Name TEXT NOT NULL PRIMARY KEY) STRICT;

        -- Every mail made; also the outbox. A request has at most one per arrival at the contact status and channel.
        CREATE TABLE EMailCopies (
            Id INTEGER PRIMARY KEY,
            TransactionNumber INTEGER NOT NULL REFERENCES Transactions (TransactionNumber),
            ArrivalId INTEGER NOT NULL,
            -- The request's change number when the notice was written: at another one it is written anew before it leaves.
            Change INTEGER NOT NULL,
            Channel TEXT NOT NULL,
            Site TEXT NOT NULL COLLATE NOCASE,
            Template TEXT NOT NULL,
            MessageId TEXT NOT NULL UNIQUE,
            FromName TEXT NOT NULL,
            FromAddress TEXT NOT NULL,
            ToName TEXT NOT NULL,
            ToAddress TEXT NOT NULL,
            CC TEXT NOT NULL,
            BCC TEXT NOT NULL,
            Subject TEXT NOT NULL,
            Body TEXT NOT NULL,
            -- Without IN: of more than two values it fills a table of its own at every write.
            Status TEXT NOT NULL CHECK (Status = 'Pending' OR Status = 'Sending' OR Status = 'Sent' OR Status = 'Retrying' OR Status = 'Failed' OR Status = 'Unknown' OR Status = 'Cancelled'),
            Attempts INTEGER NOT NULL DEFAULT 0,
            NextTryAt TEXT,
            LeaseOwner TEXT,
            LeaseUntil TEXT,
            Answer TEXT,
            Note TEXT,
            CreatedAt TEXT NOT NULL,
            FinishedAt TEXT,
            UNIQUE (TransactionNumber, ArrivalId, Channel)) STRICT;
        CREATE INDEX EMailCopiesOutbox ON EMailCopies (Site, Status, NextTryAt, Id);
        CREATE INDEX EMailCopiesSending ON EMailCopies (LeaseOwner) WHERE Status = 'Sending';

        CREATE TABLE ContactPrints (
            TransactionNumber INTEGER NOT NULL REFERENCES Transactions (TransactionNumber),
            ArrivalId INTEGER NOT NULL,
            Prints INTEGER NOT NULL,
            LastAt TEXT NOT NULL,
            LastBy TEXT NOT NULL,
            PRIMARY KEY (TransactionNumber, ArrivalId)) STRICT;
        """;

    private const string ScriptWords = """
        ALTER TABLE ContactDecisions ADD COLUMN ScriptVersion TEXT;
        ALTER TABLE ContactDecisions ADD COLUMN Answer TEXT;
        ALTER TABLE ContactDecisions ADD COLUMN Line INTEGER;
        ALTER TABLE ContactDecisions ADD COLUMN ScriptReason TEXT;

        -- What staff released though a script holds it; another text of the script may hold it again.
        CREATE TABLE ContactReleases (
            TransactionNumber INTEGER NOT NULL REFERENCES Transactions (TransactionNumber),
            ArrivalId INTEGER NOT NULL,
            ScriptVersion TEXT NOT NULL,
            ReleasedBy TEXT NOT NULL,
            ReleasedAt TEXT NOT NULL,
            PRIMARY KEY (TransactionNumber, ArrivalId)) STRICT;
        """;

    // Of what is done, which soon is nearly all there is, nothing is looked up by its state: it costs the indexes neither space nor writes.
    private const string OpenAlone = """
        DROP INDEX ContactDecisionsDue;
        CREATE INDEX ContactDecisionsDue ON ContactDecisions (Site, DueAt, TransactionNumber) WHERE State = 'Resting';
        DROP INDEX ContactDecisionsDecidedBy;
        CREATE INDEX ContactDecisionsDecidedBy ON ContactDecisions (Site, Stage, State, DecidedBy, TransactionNumber) WHERE State NOT IN ('Done', 'Left');
        DROP INDEX EMailCopiesOutbox;
        CREATE INDEX EMailCopiesOutbox ON EMailCopies (Site, Status, NextTryAt, Id) WHERE Status IN ('Pending', 'Retrying', 'Sending');
        """;
}
