namespace IllAddins.CustomerContact.Delivery;

/// <summary>What delivery keeps beside the notices themselves; an entry, once released, is never changed.</summary>
public static class DeliveryTables
{
    /// <summary>Attempts with their answers, the brakes of the sites, and the number that every change of a template takes.</summary>
    public const string Second = """
        ALTER TABLE EMailTemplates ADD COLUMN HtmlBody TEXT;

        ALTER TABLE EMailCopies ADD COLUMN HtmlBody TEXT;
        -- The templates' number of changes when the notice was written: at another one it is written anew before it leaves.
        ALTER TABLE EMailCopies ADD COLUMN TemplateChange INTEGER NOT NULL DEFAULT 0;
        -- What its age counts from: when it was first written, or staff's word that it goes out all the same.
        ALTER TABLE EMailCopies ADD COLUMN AgeFrom TEXT;
        ALTER TABLE EMailCopies ADD COLUMN FirstTriedAt TEXT;
        -- Failures in a row that burned no attempt, and when the last one was.
        ALTER TABLE EMailCopies ADD COLUMN Faults INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE EMailCopies ADD COLUMN FaultedAt TEXT;
        -- 1 once the text may have gone out: from then on it is never another one.
        ALTER TABLE EMailCopies ADD COLUMN TextFixed INTEGER NOT NULL DEFAULT 0 CHECK (TextFixed IN (0, 1));
        ALTER TABLE EMailCopies ADD COLUMN Parked TEXT CHECK (Parked = 'Refused' OR Parked = 'GivenUp' OR Parked = 'TooOld' OR Parked = 'Unsendable' OR Parked = 'ByStaff');
        UPDATE EMailCopies SET AgeFrom = CreatedAt;
        UPDATE EMailCopies SET Parked = 'Refused' WHERE Status = 'Failed';
        UPDATE EMailCopies SET TextFixed = 1 WHERE Status = 'Unknown';
        CREATE INDEX EMailCopiesParked ON EMailCopies (Site, Status, FinishedAt, Id) WHERE Status IN ('Failed', 'Unknown');

        CREATE TABLE NoticeAttempts (
            Id INTEGER PRIMARY KEY,
            NoticeId INTEGER NOT NULL REFERENCES EMailCopies (Id),
            At TEXT NOT NULL,
            Owner TEXT NOT NULL,
            Stage TEXT NOT NULL,
            Outcome TEXT NOT NULL,
            Answer TEXT NOT NULL) STRICT;
        CREATE INDEX NoticeAttemptsNotice ON NoticeAttempts (NoticeId, Id);

        CREATE TABLE MailBrakes (
            Site TEXT NOT NULL COLLATE NOCASE PRIMARY KEY,
            -- Whose server it is: another one in the settings starts anew.
            Account TEXT NOT NULL,
            -- The last different notices in a row that met a fault of the server, separated by blanks.
            Struck TEXT NOT NULL,
            PausedAt TEXT,
            Probes INTEGER NOT NULL,
            NextProbeAt TEXT,
            CatchingUp INTEGER NOT NULL CHECK (CatchingUp IN (0, 1)),
            LastAcceptedAt TEXT,
            Answer TEXT) STRICT;

        CREATE TABLE TemplateChanges (Id INTEGER PRIMARY KEY CHECK (Id = 1), Number INTEGER NOT NULL) STRICT;
        INSERT INTO TemplateChanges (Id, Number) VALUES (1, 0);
        CREATE TRIGGER EMailTemplatesInserted AFTER INSERT ON EMailTemplates BEGIN UPDATE TemplateChanges SET Number = Number + 1 WHERE Id = 1; END;
        CREATE TRIGGER EMailTemplatesUpdated AFTER UPDATE ON EMailTemplates BEGIN UPDATE TemplateChanges SET Number = Number + 1 WHERE Id = 1; END;
        CREATE TRIGGER EMailTemplatesDeleted AFTER DELETE ON EMailTemplates BEGIN UPDATE TemplateChanges SET Number = Number + 1 WHERE Id = 1; END;
        """;

    /// <summary>What is asked at every write of a notice, without IN: of more than two values it fills a table of its own each time, which takes as long as the write.</summary>
    public const string WithoutIn = $"""
        DROP INDEX EMailCopiesOutbox;
        CREATE INDEX EMailCopiesOutbox ON EMailCopies (Site, Status, NextTryAt, Id) WHERE {OutboxText.UnderWay};
        DROP TRIGGER EMailCopiesEnded;
        {NoticeEvents.Trigger}
        """;

    /// <summary>A list of one state reads that state alone: of all but what was sent, which is most of what there is, an index knows.</summary>
    public const string Cancelled = "CREATE INDEX EMailCopiesCancelled ON EMailCopies (Status) WHERE Status = 'Cancelled';";
}
