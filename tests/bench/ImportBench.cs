using IllAddins.Host.Import;

namespace IllAddins.Bench;

/// <summary>The import of a whole library from CSV, its repetition, and the first sweep after it.</summary>
public static class ImportBench
{
    public static async Task RunAsync(BenchOrder order)
    {
        using var library = new BenchLibrary(order.Home);
        var (users, transactions) = (library.FileNamed("users.csv"), library.FileNamed("transactions.csv"));
        SampleFiles.Users(users, Math.Max(1, order.Rows / 5));
        SampleFiles.Transactions(transactions, order.Rows, Math.Max(1, order.Rows / 5));
        await using var installation = await library.OpenAsync();
        var import = new RecordImport(installation.Database, installation.Sites, installation.Clock);
        foreach (var (what, file) in new[]
        {
            ("users, all new", new ImportOrder { UsersFile = users }),
            ("transactions, all new", new ImportOrder { TransactionsFile = transactions }),
            ("transactions again, unchanged", new ImportOrder { TransactionsFile = transactions }),
        })
        {
            ImportReport? report = null;
            var took = await Figures.TimeAsync(async () => report = await import.RunAsync(file, null, CancellationToken.None));
            Figures.Print(what, took, report!.Files.Sum(read => read.Read));
            if (report.Ending != ImportEnding.Done)
                throw new InvalidOperationException($"The import ended as {report.Ending}: {report.ProblemCount} problems, {report.Problems[0]}");
        }

        Figures.PeakMemory();
        await SweepFigures.PrintAsync(installation, "first sweep after the import");
        await SweepFigures.PrintAsync(installation, "next sweep");
    }
}
