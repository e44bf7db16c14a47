using IllAddins.Host.Import;
using IllAddins.Tests.Requests;

namespace IllAddins.Tests.Import;

public sealed class JsonFilesTests
{
    [Fact]
    public async Task An_array_of_objects_is_read_whatever_fields_each_brings()
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync(
            """
            [ {"USERNAME": "ada", "Zip": 62701, "Web": true, "Cost": 1.50},
              {"Phone": null, "UserName": "ben", "FirstName": "Zo\u00eb \ud83d\ude00"},
              {"UserName": "cy", "Web": false}
            ]
            """);
        Assert.Equal((3L, ImportEnding.Done), (report.Files[0].New, report.Ending));
        Assert.Equal(
            ["""ada|62701|1|-|{"Cost":"1.50"}""", "ben|-|-|Zoë 😀|-", "cy|-|0|-|-"],
            record.Rows("SELECT UserName, Zip, Web, FirstName, Extra FROM Users ORDER BY UserName"));
    }

    [Fact]
    public async Task An_empty_array_is_read()
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync("\uFEFF\n [ ] \n");
        Assert.Equal((0L, true, ImportEnding.Done), (report.Files[0].Read, report.Files[0].ReadToEnd, report.Ending));
    }

    [Theory]
    [InlineData("""{"UserName": "ada", "Address": {"City": "Oslo"}}""", ", Address: found an object, expected a text, a number, true, false or null.")]
    [InlineData("""{"UserName": "ada", "Phones": [1, 2]}""", ", Phones: found an array, expected a text, a number, true, false or null.")]
    [InlineData("""{"Phone": "1"}""", ", UserName: found no such column, expected the column by which users are known. The file must name its columns as ILLiad does, UserName among them.")]
    [InlineData("{}", ", UserName: found no such column, expected the column by which users are known. The file must name its columns as ILLiad does, UserName among them.")]
    [InlineData("""{"UserName": "ada", "username": "ada"}""", ", username: found this column twice, expected each column once. Remove one of the two.")]
    [InlineData("""{"UserName": "ada", "TransactionNumber": 1}""", ", TransactionNumber: found a column of requests, expected a file of users. Import this file as transactions.")]
    [InlineData("""{"UserName": "ada", "FirstName": "\ud83d"}""", @": found an escape (\u...) that is no character, expected text.")]
    [InlineData("""{"UserName": "ada", "FirstName": "A\u0000"}""", ", FirstName: found a NUL character, expected text without NUL characters.")]
    [InlineData("""{"UserName": null}""", ", UserName: found nothing, expected the name by which the user is known.")]
    [InlineData("17", ": found a value that is no object, expected an object with a field for each column.")]
    public async Task An_element_that_is_no_row_is_named_with_its_line_and_the_others_are_kept(string element, string expected)
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync($"[\n  {{\"UserName\":\n \"zoe\"}},\n\n  {element},\n  {{\"UserName\": \"ben\"}}]");
        Assert.Equal($"{record.Folder}/users, line 5{expected}", ImportWords.Problem(Assert.Single(report.Problems)));
        Assert.Equal(["ben", "zoe"], record.Rows("SELECT UserName FROM Users ORDER BY UserName"));
        Assert.Equal((2L, 1L, true), (report.Files[0].New, report.Files[0].Refused, report.Files[0].ReadToEnd));
    }

    [Theory]
    [InlineData("[{\"UserName\": \"ada\"},\n {\"UserName\": oops}]", 2, 15)]
    [InlineData("[{\"UserName\": \"ada\"}\n {\"UserName\": \"ben\"}]", 2, 2)]
    [InlineData("[{\"UserName\": \"ada\"},\n {\"UserName\": \"ben\"", 2, 20)]
    [InlineData("[{\"UserName\": \"ada\"}", 1, 21)]
    [InlineData("[{\"UserName\": \"ada\"}]\n[]", 2, 1)]
    public async Task Text_that_is_not_JSON_ends_the_reading_with_its_line(string file, int line, int at)
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync(file);
        Assert.Equal(
            $"{record.Folder}/users, line {line}: found text that is not JSON, at byte {at} of the line, expected an array of objects to its end: [{{...}}, {{...}}]. Mend the file and import it again; what stands before this line has been read.",
            ImportWords.Problem(Assert.Single(report.Problems)));
        Assert.Equal("ada", record.Value("SELECT UserName FROM Users"));
        Assert.False(report.Files[0].ReadToEnd);
    }

    [Fact]
    public async Task One_object_alone_is_no_file()
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync("""{"Users": []}""");
        Assert.Equal(
            $"{record.Folder}/users, line 1: found a JSON object, expected a JSON array of objects: [{{...}}, {{...}}]. Put the objects into one array.",
            ImportWords.Problem(Assert.Single(report.Problems)));
    }

    [Fact]
    public async Task A_file_of_many_blocks_is_read_whole_with_the_right_lines()
    {
        using var record = await TestRecord.NewAsync();
        var long1 = new string('é', 150_000);
        var rows = Enumerable.Range(1, 4000).Select(at => at == 3999
            ? "17"
            : $$"""{"UserName": "user{{at}}", "Address": "{{(at == 2000 ? long1 : new string('ø', at % 50))}}"}""");
        var report = await record.ImportAsync($"[\n{string.Join(",\n", rows)}\n]");
        Assert.Equal(4000L, Assert.Single(report.Problems).Line);
        Assert.Equal(3999L, report.Files[0].New);
        Assert.Equal("150000", record.Value("SELECT LENGTH(Address) FROM Users WHERE UserName = 'user2000'"));
    }

    [Fact]
    public async Task An_element_that_never_ends_ends_the_reading()
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync($$"""[{"UserName": "ada"}, {"UserName": "{{new string('x', 20_000_000)}}"}]""");
        Assert.Equal("found an element of more than 16 MB, expected one object for each row.", ImportWords.Problem(Assert.Single(report.Problems))[(record.Folder.Length + 16)..]);
    }
}
