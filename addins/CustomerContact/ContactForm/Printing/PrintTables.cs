namespace IllAddins.CustomerContact.ContactForm.Printing;

/// <summary>What printing keeps besides its count.</summary>
public static class PrintTables
{
    public const string Batches = """
        -- Each staff member's last batch, as it was printed.
        CREATE TABLE ContactBatches (
            StaffUser TEXT NOT NULL PRIMARY KEY COLLATE NOCASE,
            Kind TEXT NOT NULL CHECK (Kind IN ('Letters', 'Slips')),
            Said TEXT NOT NULL,
            FileName TEXT NOT NULL,
            At TEXT NOT NULL,
            Pdf BLOB NOT NULL) STRICT;

        CREATE TABLE ContactBatchRequests (
            StaffUser TEXT NOT NULL COLLATE NOCASE,
            TransactionNumber INTEGER NOT NULL REFERENCES Transactions (TransactionNumber),
            ArrivalId INTEGER NOT NULL,
            PRIMARY KEY (StaffUser, TransactionNumber)) STRICT;

        ALTER TABLE ContactPrints ADD COLUMN Reprints INTEGER NOT NULL DEFAULT 0;
        """;
}
