using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Import;

/// <summary>Takes one row into the record.</summary>
internal delegate RowOutcome WriteRow(RecordBatch batch, RowColumns columns, IReadOnlyList<string?> texts);

/// <summary>Takes a file into the record: one thread reads rows while the other writes those before them.</summary>
internal sealed class FileImport(DbConnection connection, TimeProvider clock, ImportTally tally, IProgress<ImportProgress>? progress)
{
    // Larger batches write fewer pages of the indexes, but hold up other writers (some 300 ms) and memory.
    private const int RowsPerCommit = 5000;

    /// <summary>Reads and writes the file.</summary>
    /// <returns>False where it could not be read to its end.</returns>
    /// <exception cref="OperationCanceledException">What was committed before is kept and counted.</exception>
    public async Task<bool> RunAsync(SourceFile file, WriteRow write, CancellationToken cancellationToken)
    {
        tally.Begin(file.Name);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<RowBatch>(2);
        var reading = Task.Run(() => ReadAsync(file, batches.Writer, stop.Token), CancellationToken.None);
        var whole = true;
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                whole &= Commit(file, batch, write);
            }

            await reading;
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (whole)
            tally.End();
        return whole;
    }

    private static async Task ReadAsync(SourceFile file, ChannelWriter<RowBatch> batches, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var rows in file.Rows().Chunk(RowsPerCommit))
                await batches.WriteAsync(new RowBatch(rows, file.Position), cancellationToken);
        }
        finally
        {
            batches.Complete();
        }
    }

    private bool Commit(SourceFile file, RowBatch batch, WriteRow write)
    {
        var outcomes = new List<(long, RowOutcome)>(batch.Rows.Length);
        SourceRow.Broken? broken = null;
        using (var transaction = connection.BeginTransaction())
        {
            var writes = new RecordBatch(connection, transaction, clock.GetUtcNow());
            foreach (var row in batch.Rows)
            {
                if (row is SourceRow.Broken end)
                    broken = end;
                else
                    outcomes.Add((row.Line, Write(row, writes, write)));
            }

            transaction.Commit();
        }

        tally.Add(outcomes);
        if (broken is not null)
            tally.Note(file.Name, broken.Line == 0 ? null : broken.Line, broken.Problem);
        progress?.Report(new ImportProgress { File = file.Name, Rows = tally.RowsOfLast, Bytes = batch.Bytes, TotalBytes = file.Length });
        return broken is null;
    }

    private static RowOutcome Write(SourceRow row, RecordBatch batch, WriteRow write) => row switch
    {
        SourceRow.Row good => write(batch, good.Columns, good.Texts),
        SourceRow.Bad bad => new RowOutcome.Refused(bad.Problem),
        _ => throw new UnreachableException(),
    };

    private sealed record RowBatch(SourceRow[] Rows, long Bytes);
}
