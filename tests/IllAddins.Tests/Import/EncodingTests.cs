using System.Text;
using IllAddins.Host.Import;
using IllAddins.Tests.Requests;

namespace IllAddins.Tests.Import;

public sealed class EncodingTests
{
    private const string Names = "UserName,FirstName\nada,Łąkowa Ελληνικά 😀\n";

    public static TheoryData<string, Encoding> Encodings => new()
    {
        { "UTF-8", new UTF8Encoding(false) },
        { "UTF-8 with mark", new UTF8Encoding(true) },
        { "UTF-16 little", new UnicodeEncoding(bigEndian: false, byteOrderMark: true) },
        { "UTF-16 big", new UnicodeEncoding(bigEndian: true, byteOrderMark: true) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Text_is_read_in_the_encoding_of_its_mark(string name, Encoding encoding)
    {
        using var record = await TestRecord.NewAsync();
        var report = await ImportAsync(record, [.. encoding.GetPreamble(), .. encoding.GetBytes(Names)]);
        Assert.True(report.Ending == ImportEnding.Done, name);
        Assert.Equal("ada|Łąkowa Ελληνικά 😀", record.Value("SELECT UserName, FirstName FROM Users"));
    }

    [Fact]
    public async Task Latin1_is_refused_at_its_line_and_the_rows_before_are_kept()
    {
        using var record = await TestRecord.NewAsync();
        var report = await ImportAsync(record, Encoding.Latin1.GetBytes("UserName,FirstName\nada,Ada\nben,Ben\nzoe,Zoë\ncy,Cy\n"));
        Assert.Equal(
            $"{record.Folder}/users, line 4: found bytes that are not UTF-8, expected text in UTF-8 (or UTF-16 with a byte order mark). Save the file as UTF-8 and import it again; what stands before this line has been read.",
            ImportWords.Problem(Assert.Single(report.Problems)));
        Assert.Equal(["ada", "ben"], record.Rows("SELECT UserName FROM Users ORDER BY UserName"));
        Assert.Equal((2L, 0L, false), (report.Files[0].New, report.Files[0].Refused, report.Files[0].ReadToEnd));
    }

    [Theory]
    [InlineData("UserName,FirstName\nada,Ada\n\u00eb,1\n", 3)]
    [InlineData("UserName,FirstName\nada,Ada\nbe,Be\u00eb", 3)]
    [InlineData("[{\"UserName\": \"ada\"},\n{\"UserName\": \"\u00eb\"}]", 2)]
    [InlineData("[{\"UserName\": \"ada\"}]\n \u00eb", 2)]
    public async Task The_last_row_before_the_broken_line_is_whole_or_not_there(string file, int line)
    {
        using var record = await TestRecord.NewAsync();
        var report = await ImportAsync(record, Encoding.Latin1.GetBytes(file));
        Assert.Equal(line, Assert.Single(report.Problems).Line);
        Assert.Equal("ada", record.Value("SELECT UserName FROM Users"));
    }

    [Theory]
    [InlineData("\u00ebUserName\nada\n")]
    [InlineData("\u00eb")]
    public async Task A_file_that_begins_with_such_a_byte_is_refused_at_line_1(string file)
    {
        using var record = await TestRecord.NewAsync();
        var problem = Assert.Single((await ImportAsync(record, Encoding.Latin1.GetBytes(file))).Problems);
        Assert.Equal((1L, "bytes that are not UTF-8"), (problem.Line, problem.Found));
    }

    [Fact]
    public async Task A_character_is_read_wherever_a_block_cuts_it()
    {
        using var record = await TestRecord.NewAsync();
        for (var shift = 0; shift < 5; shift++)
        {
            var text = $"UserName,Address\nuser{shift},{new string('a', shift)}{string.Concat(Enumerable.Repeat("ł€😀", 20_000))}\n";
            Assert.Equal(ImportEnding.Done, (await record.ImportAsync(text)).Ending);
            Assert.Equal(
                $"{new string('a', shift)}{string.Concat(Enumerable.Repeat("ł€😀", 20_000))}",
                record.Value($"SELECT Address FROM Users WHERE UserName = 'user{shift}'"));
        }
    }

    [Fact]
    public async Task A_broken_byte_is_found_at_its_line_behind_many_blocks()
    {
        using var record = await TestRecord.NewAsync();
        var rows = string.Concat(Enumerable.Range(2, 20_000).Select(line => $"user{line},ł\n"));
        byte[] file = [.. Encoding.UTF8.GetBytes($"UserName,FirstName\n{rows}"), .. "zoe,Zo"u8, 0xEB, .. "\n"u8];
        var report = await ImportAsync(record, file);
        Assert.Equal(20_002L, Assert.Single(report.Problems).Line);
        Assert.Equal("20000", record.Value("SELECT COUNT(*) FROM Users"));
    }

    private static Task<ImportReport> ImportAsync(TestRecord record, byte[] users)
    {
        var file = Path.Combine(record.Folder, "users");
        File.WriteAllBytes(file, users);
        return record.Import.RunAsync(new ImportOrder { UsersFile = file }, null, CancellationToken.None);
    }
}
