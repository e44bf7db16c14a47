namespace IllAddins.Tests.Requests;

public sealed class FieldRowTests
{
    [Fact]
    public async Task A_field_is_found_without_regard_to_case_and_in_its_own_type()
    {
        using var record = await TestRecord.NewAsync();
        var fields = await FieldsAsync(record);
        Assert.Equal(1, fields["transactionNUMBER"]);
        Assert.Equal("Emma", fields["LOANTITLE"]);
        Assert.Equal(true, fields["LibraryUseOnly"]);
        Assert.Equal(new DateTimeOffset(2026, 12, 24, 5, 0, 0, TimeSpan.Zero), fields["DueDate"]);
    }

    [Fact]
    public async Task A_known_field_is_always_there_and_null_without_a_value()
    {
        using var record = await TestRecord.NewAsync();
        var fields = await FieldsAsync(record);
        Assert.True(fields.ContainsKey("CallNumber"));
        Assert.True(fields.TryGetValue("CallNumber", out var value));
        Assert.Null(value);
    }

    [Fact]
    public async Task A_column_that_only_the_import_brought_is_a_field_too()
    {
        using var record = await TestRecord.NewAsync();
        var fields = await FieldsAsync(record);
        Assert.Equal("B7", fields["shelf"]);
        Assert.Equal("Shelf", fields.Keys.Last());
        Assert.Equal(fields.Count, fields.Keys.Count());
        Assert.Equal(fields.Count, fields.Values.Count());
    }

    [Fact]
    public async Task A_field_that_is_not_there_is_named()
    {
        using var record = await TestRecord.NewAsync();
        var fields = await FieldsAsync(record);
        Assert.False(fields.ContainsKey("LoanTitel"));
        Assert.False(fields.TryGetValue("LoanTitel", out _));
        Assert.Equal("There is no field 'LoanTitel'.", Assert.Throws<KeyNotFoundException>(() => fields["LoanTitel"]).Message);
    }

    private static async Task<IReadOnlyDictionary<string, object?>> FieldsAsync(TestRecord record)
    {
        await record.AddAsync("ada", "MAIN", "In Transit to Pickup Location");
        await record.ImportAsync(null, "TransactionNumber,LoanTitle,LibraryUseOnly,DueDate,Shelf\n1,Emma,Yes,2026-12-24,B7\n");
        return Assert.Single(await record.Record.FindAsync([1], CancellationToken.None)).Transaction.Fields;
    }
}
