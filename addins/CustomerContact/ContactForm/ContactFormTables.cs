namespace IllAddins.CustomerContact.ContactForm;

/// <summary>What the form keeps of staff's acts; an entry, once released, is never changed.</summary>
public static class ContactFormTables
{
    public const string Acts = """
        -- Staff's attempts to phone a patron about an arrival.
        CREATE TABLE ContactCalls (
            Id INTEGER PRIMARY KEY,
            TransactionNumber INTEGER NOT NULL REFERENCES Transactions (TransactionNumber),
            ArrivalId INTEGER NOT NULL,
            Outcome TEXT NOT NULL CHECK (Outcome IN ('Reached', 'LeftMessage', 'NoAnswer')),
            Note TEXT NOT NULL,
            CallAgainAt TEXT,
            CalledAt TEXT NOT NULL,
            CalledBy TEXT NOT NULL,
            -- The act that it belongs to, which can be taken back.
            Act TEXT NOT NULL) STRICT;
        CREATE INDEX ContactCallsOfRequest ON ContactCalls (TransactionNumber, ArrivalId, Id);
        CREATE INDEX ContactCallsOfAct ON ContactCalls (Act);

        CREATE TABLE ContactActs (
            Token TEXT NOT NULL PRIMARY KEY,
            StaffUser TEXT NOT NULL COLLATE NOCASE,
            Said TEXT NOT NULL,
            DoneAt TEXT NOT NULL,
            UndoneAt TEXT) STRICT;
        CREATE INDEX ContactActsDone ON ContactActs (DoneAt);

        CREATE TABLE ContactActRows (
            Token TEXT NOT NULL REFERENCES ContactActs (Token),
            TransactionNumber INTEGER NOT NULL REFERENCES Transactions (TransactionNumber),
            TransactionStatus TEXT NOT NULL,
            ArrivalId INTEGER NOT NULL,
            ReceivedAt TEXT NOT NULL,
            -- The arrival that the act made; the same where it moved nothing.
            MadeArrivalId INTEGER NOT NULL,
            -- What was decided about it before, and the notice that was cancelled for it.
            DecisionState TEXT,
            HoldKind TEXT,
            NoticeId INTEGER,
            NoticeStatus TEXT,
            PRIMARY KEY (Token, TransactionNumber)) STRICT;

        -- Arrivals that took a move back: their patrons have waited since before it.
        CREATE TABLE ContactReturns (
            TransactionNumber INTEGER NOT NULL REFERENCES Transactions (TransactionNumber),
            ArrivalId INTEGER NOT NULL,
            ReceivedAt TEXT NOT NULL,
            PRIMARY KEY (TransactionNumber, ArrivalId)) STRICT;

        -- Written by this member of staff: it leaves as it is, whatever scripts, templates and methods say. Null where it was written by itself.
        ALTER TABLE EMailCopies ADD COLUMN StaffBy TEXT;
        -- Who wrote another one in its place; its channel then bears its number, as an arrival has one notice in a channel.
        ALTER TABLE EMailCopies ADD COLUMN ReplacedBy TEXT;
        """;
}
