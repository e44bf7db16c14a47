using IllAddins.Host.Requests;

namespace IllAddins.Tests.Requests;

public sealed class FieldCatalogueTests
{
    [Theory]
    [InlineData("Transactions", "Extra ImportHash ImportedStatus Site Change")]
    [InlineData("Users", "Extra ImportHash")]
    public async Task The_catalogue_is_the_columns_of_the_table_in_their_order(string table, string ours)
    {
        using var record = await TestRecord.NewAsync();
        var catalogue = table == "Users" ? FieldCatalogue.Users : FieldCatalogue.Transactions;
        Assert.Equal(
            [.. catalogue.Select(field => field.Name), .. ours.Split(' ')],
            record.Rows($"SELECT name FROM pragma_table_info('{table}') ORDER BY cid"));
    }

    [Theory]
    [InlineData("Transactions")]
    [InlineData("Users")]
    public async Task Numbers_and_flags_are_integers_and_all_else_is_text(string table)
    {
        using var record = await TestRecord.NewAsync();
        var catalogue = table == "Users" ? FieldCatalogue.Users : FieldCatalogue.Transactions;
        var types = record.Rows($"SELECT name || ' ' || type FROM pragma_table_info('{table}') ORDER BY cid").ToHashSet();
        var wrong = catalogue.Where(field => !types.Contains($"{field.Name} {(field.Kind is FieldKind.Number or FieldKind.Flag ? "INTEGER" : "TEXT")}"));
        Assert.Equal([], wrong.Select(field => field.Name));
    }
}
