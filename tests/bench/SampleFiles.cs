namespace IllAddins.Bench;

/// <summary>CSV files of a large library, made up row by row.</summary>
public static class SampleFiles
{
    public static void Users(string path, int count) => Write(
        path,
        "UserName,LastName,FirstName,EMailAddress,Phone,NVTGC,NotificationMethod,LoanDeliveryMethod,DeliveryMethod,Address,City,Zip,Status,Department",
        count,
        at => $"patron{at},Lastname{at % 977},Firstname{at % 311},patron{at}@library.example,(555) 010-{at % 10000:0000},{Site(at)},{Method(at)},Hold for Pickup,"
            + $"Hold for Pickup,{at % 900} Main Street,Springfield,{at % 99999:00000},Undergraduate,Dept {at % 40}");

    /// <summary>Requests of those users; one of a thousand still waits for its patron to be told.</summary>
    public static void Transactions(string path, int count, int users) => Write(
        path,
        "TransactionNumber,Username,RequestType,ProcessType,TransactionStatus,TransactionDate,CreationDate,DueDate,LoanTitle,LoanAuthor,LoanPublisher,"
            + "LoanDate,CallNumber,ILLNumber,LendingLibrary,LendingString,ItemInfo4,DocumentType,SpecIns,WantedBy",
        count,
        at => $"{at + 1},patron{at % users},{(at % 3 == 0 ? "Article" : "Loan")},Borrowing,{(at % 999 == 7 ? "Awaiting Customer Contact" : "Request Finished")},"
            + $"2025-{(at % 12) + 1:00}-{(at % 28) + 1:00} {at % 24:00}:15:00,2025-01-{(at % 28) + 1:00}T08:00:00,2026-05-{(at % 28) + 1:00},\"A title, with the number {at}\","
            + $"\"Author, No. {at % 5000}\",University Press,{1950 + (at % 75)},QA{at % 999}.{at % 77},{at + 50_000_000},ABC,\"ABC,DEF,GHI\",Main Desk,Book,,2026-12-31");

    private static string Site(int at) => (at % 3) switch { 0 => "MAIN", 1 => "LAW", _ => "MED" };

    private static string Method(int at) => (at % 10) switch { < 7 => "Electronic", 7 or 8 => "Phone", _ => "Mail" };

    private static void Write(string path, string header, int count, Func<int, string> row)
    {
        using var file = new StreamWriter(path);
        file.WriteLine(header);
        for (var at = 0; at < count; at++)
            file.WriteLine(row(at));
    }
}
