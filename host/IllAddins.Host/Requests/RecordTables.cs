namespace IllAddins.Host.Requests;

/// <summary>The tables of the ILL record; an entry, once released, is never changed.</summary>
public static class RecordTables
{
    public static readonly IReadOnlyList<string> Migrations = [First, FieldsBefore.Tables, AuditTrail.Table];

    private const string First = """
        -- Every write of a request, a user or a site takes the next number, so that a sweep finds what changed by index.
        CREATE TABLE ChangeNumber (Id INTEGER PRIMARY KEY CHECK (Id = 1), Last INTEGER NOT NULL) STRICT;
        INSERT INTO ChangeNumber (Id, Last) VALUES (1, 1);

        CREATE TABLE Sites (
            NVTGC TEXT NOT NULL COLLATE NOCASE PRIMARY KEY,
            SiteName TEXT NOT NULL,
            TimeZone TEXT,
            DefaultDelayMinutes INTEGER CHECK (DefaultDelayMinutes BETWEEN 0 AND 43200),
            SweepMinutes INTEGER CHECK (SweepMinutes BETWEEN 1 AND 1440),
            FromName TEXT,
            FromAddress TEXT,
            PickupField TEXT,
            DateFormat TEXT,
            Change INTEGER NOT NULL) STRICT;
        INSERT INTO Sites (NVTGC, SiteName, Change) VALUES ('ILL', 'Interlibrary Loan', 1);

        CREATE TABLE LocalInfo (
            NVTGC TEXT NOT NULL COLLATE NOCASE REFERENCES Sites (NVTGC),
            Name TEXT NOT NULL COLLATE NOCASE,
            Value TEXT NOT NULL,
            PRIMARY KEY (NVTGC, Name)) STRICT;

        CREATE TABLE Users (
            UserName TEXT NOT NULL COLLATE NOCASE PRIMARY KEY,
            ExternalUserId TEXT,
            LastName TEXT,
            FirstName TEXT,
            SSN TEXT,
            Status TEXT,
            EMailAddress TEXT,
            Phone TEXT,
            MobilePhone TEXT,
            Department TEXT,
            NVTGC TEXT NOT NULL COLLATE NOCASE REFERENCES Sites (NVTGC),
            NotificationMethod TEXT,
            DeliveryMethod TEXT,
            LoanDeliveryMethod TEXT,
            LastChangedDate TEXT,
            AuthorizedUsers TEXT,
            Cleared TEXT,
            Web INTEGER CHECK (Web IN (0, 1)),
            Address TEXT,
            Address2 TEXT,
            City TEXT,
            State TEXT,
            Zip TEXT,
            Country TEXT,
            Site TEXT,
            Number TEXT,
            Organization TEXT,
            Fax TEXT,
            ExpirationDate TEXT,
            UserInfo1 TEXT,
            UserInfo2 TEXT,
            UserInfo3 TEXT,
            UserInfo4 TEXT,
            UserInfo5 TEXT,
            Extra TEXT,
            ImportHash INTEGER) STRICT;
        CREATE INDEX UsersExternalUserId ON Users (ExternalUserId);

        CREATE TABLE Transactions (
            TransactionNumber INTEGER PRIMARY KEY,
            Username TEXT NOT NULL COLLATE NOCASE REFERENCES Users (UserName),
            RequestType TEXT NOT NULL,
            ProcessType TEXT NOT NULL,
            TransactionStatus TEXT NOT NULL COLLATE NOCASE,
            TransactionDate TEXT NOT NULL,
            CreationDate TEXT,
            InProcessDate TEXT,
            DueDate TEXT,
            RenewalsAllowed INTEGER CHECK (RenewalsAllowed IN (0, 1)),
            LibraryUseOnly INTEGER CHECK (LibraryUseOnly IN (0, 1)),
            Pieces TEXT,
            LoanTitle TEXT,
            LoanAuthor TEXT,
            LoanPublisher TEXT,
            LoanPlace TEXT,
            LoanDate TEXT,
            LoanEdition TEXT,
            PhotoJournalTitle TEXT,
            PhotoJournalVolume TEXT,
            PhotoJournalIssue TEXT,
            PhotoJournalMonth TEXT,
            PhotoJournalYear TEXT,
            PhotoJournalInclusivePages TEXT,
            PhotoArticleTitle TEXT,
            PhotoArticleAuthor TEXT,
            ISSN TEXT,
            ILLNumber TEXT,
            ESPNumber TEXT,
            LendingLibrary TEXT,
            LendingString TEXT,
            CallNumber TEXT,
            Location TEXT,
            ItemNumber TEXT,
            ReferenceNumber TEXT,
            DeliveryMethod TEXT,
            Web INTEGER CHECK (Web IN (0, 1)),
            SpecIns TEXT,
            SpecialService TEXT,
            ReasonForCancellation TEXT,
            DocumentType TEXT,
            WantedBy TEXT,
            NotWantedAfter TEXT,
            Rush TEXT,
            ItemInfo1 TEXT,
            ItemInfo2 TEXT,
            ItemInfo3 TEXT,
            ItemInfo4 TEXT,
            ItemInfo5 TEXT,
            CitedIn TEXT,
            CitedTitle TEXT,
            CitedDate TEXT,
            CitedVolume TEXT,
            CitedPages TEXT,
            Patron TEXT,
            OriginalTN INTEGER,
            OriginalNVTGC TEXT,
            BorrowerNVTGC TEXT,
            Extra TEXT,
            ImportHash INTEGER,
            ImportedStatus TEXT COLLATE NOCASE,
            Site TEXT NOT NULL COLLATE NOCASE,
            Change INTEGER NOT NULL) STRICT;
        CREATE INDEX TransactionsChanged ON Transactions (TransactionStatus, Site, Change, TransactionNumber);
        CREATE INDEX TransactionsUsername ON Transactions (Username);

        CREATE TABLE Tracking (
            Id INTEGER PRIMARY KEY,
            TransactionNumber INTEGER NOT NULL REFERENCES Transactions (TransactionNumber),
            DateTime TEXT NOT NULL,
            ChangedTo TEXT NOT NULL COLLATE NOCASE,
            ChangedBy TEXT NOT NULL) STRICT;
        CREATE INDEX TrackingTransaction ON Tracking (TransactionNumber, Id);

        CREATE TABLE History (
            Id INTEGER PRIMARY KEY,
            TransactionNumber INTEGER NOT NULL REFERENCES Transactions (TransactionNumber),
            DateTime TEXT NOT NULL,
            Entry TEXT NOT NULL,
            Username TEXT NOT NULL) STRICT;
        CREATE INDEX HistoryTransaction ON History (TransactionNumber, Id);

        CREATE TABLE Notes (
            Id INTEGER PRIMARY KEY,
            TransactionNumber INTEGER NOT NULL REFERENCES Transactions (TransactionNumber),
            NoteDate TEXT NOT NULL,
            Note TEXT NOT NULL,
            AddedBy TEXT NOT NULL,
            NoteType TEXT NOT NULL) STRICT;
        CREATE INDEX NotesTransaction ON Notes (TransactionNumber, Id);

        CREATE TABLE Staff (
            UserName TEXT NOT NULL COLLATE NOCASE PRIMARY KEY,
            PasswordHash TEXT NOT NULL,
            Role TEXT NOT NULL CHECK (Role IN ('staff', 'admin')),
            CreatedAt TEXT NOT NULL) STRICT;
        """;
}
