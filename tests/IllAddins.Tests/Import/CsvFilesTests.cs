using IllAddins.Host.Import;
using IllAddins.Tests.Requests;

namespace IllAddins.Tests.Import;

public sealed class CsvFilesTests
{
    [Theory]
    [InlineData("UserName;FirstName\nada;Ada, the first\n")]
    [InlineData("UserName\tFirstName\nada\tAda, the first\n")]
    [InlineData("UserName,FirstName\nada,\"Ada, the first\"\n")]
    [InlineData("\"User\"\"s;name\";UserName;FirstName\nx;ada;Ada, the first\n")]
    [InlineData("\r\n\r\nUserName,FirstName\r\nada, \"Ada, the first\" \r\n\r\n,\r\n")]
    [InlineData("UserName,FirstName\rada,\"Ada, the first\"\r")]
    [InlineData("UserName,FirstName\nada,\"Ada, the first\"")]
    public async Task The_delimiter_and_line_ends_are_found_out(string file)
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync(file);
        Assert.Equal((1L, 0L), (report.Files[0].Read, report.ProblemCount));
        Assert.Equal("ada|Ada, the first", record.Value("SELECT UserName, FirstName FROM Users"));
    }

    [Fact]
    public async Task A_single_column_is_enough()
    {
        using var record = await TestRecord.NewAsync();
        await record.ImportAsync("UserName\nada\n\nben\n");
        Assert.Equal(["ada", "ben"], record.Rows("SELECT UserName FROM Users ORDER BY UserName"));
    }

    [Fact]
    public async Task What_SQL_Server_writes_for_no_value_is_none_except_where_it_may_be_a_name()
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync("UserName,LastName,Phone,ExpirationDate,Department,Extra\nNULL,NULL,NULL,NULL,Null Studies,NULL\n");
        Assert.Equal((1L, 0L), (report.Files[0].New, report.ProblemCount));
        Assert.Equal("NULL|NULL|-|-|Null Studies", record.Value("SELECT UserName, LastName, Phone, ExpirationDate, Department FROM Users"));
    }

    [Fact]
    public async Task A_cell_may_hold_lines_and_quotation_marks_and_lines_are_counted_as_the_file_has_them()
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync("UserName,Address,Web\nada,\"1 Main St.\r\n\"\"Annex\"\"\nFloor 2\",x\n\nben,5\" pipe,y\ncy,,z\n");
        Assert.Equal("ben|5\" pipe", record.Value("SELECT UserName, Address FROM Users"));
        Assert.Equal([2L, 7L], report.Problems.Select(problem => problem.Line ?? 0));
        await record.ImportAsync("UserName,Address\nada,\"1 Main St.\r\n\"\"Annex\"\"\nFloor 2\"\n");
        Assert.Equal("1 Main St.\r\n\"Annex\"\nFloor 2", record.Value("SELECT Address FROM Users WHERE UserName = 'ada'"));
    }

    [Theory]
    [InlineData("UserName,Phone\nada\nben,1\n", 2, "found 1 cell, expected 2, as many as the first line names. Put cells that contain the delimiter into quotation marks.")]
    [InlineData("UserName,Phone\nada,1,2\nben,1\n", 2, "found 3 cells, expected 2, as many as the first line names. Put cells that contain the delimiter into quotation marks.")]
    [InlineData("UserName,Phone\n\"ada\" x,1\nben,1\n", 2, "found text after the closing quotation mark of a cell, expected a delimiter there; quotation marks inside a quoted cell are doubled.")]
    [InlineData("UserName,Phone\nada,\"1\ncy,\"2\"\nben,1\n", 2, "found text after the closing quotation mark of a cell, in a row that reaches to line 3, expected a delimiter there; quotation marks inside a quoted cell are doubled.")]
    [InlineData("UserName,Phone\nben,1\nada,\"2\ncy,3", 3, "found a quotation mark that is never closed, in a row that reaches to line 4, expected a quotation mark at the end of each quoted cell.")]
    public async Task A_row_that_is_no_row_is_named_and_the_others_are_kept(string file, int line, string expected)
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync(file);
        Assert.Equal($"{record.Folder}/users, line {line}: {expected}", ImportWords.Problem(Assert.Single(report.Problems)));
        Assert.Equal("ben|1", record.Value("SELECT UserName, Phone FROM Users"));
        Assert.Equal((1L, 1L, true), (report.Files[0].New, report.Files[0].Refused, report.Files[0].ReadToEnd));
    }

    [Theory]
    [InlineData("UserName,Phone,USERNAME\nada,1,2\n", "line 1, USERNAME: found this column twice, expected each column once. Remove one of the two.")]
    [InlineData("UserName,,Phone\nada,1,2\n", "line 1: found no name for column 2, expected a name for each column. Name the column, or remove it.")]
    [InlineData("\nName,Phone\nada,1\n", "line 2, UserName: found no such column, expected the column by which users are known. The file must name its columns as ILLiad does, UserName among them.")]
    [InlineData("TransactionNumber,Username\n1,ada\n", "line 1, TransactionNumber: found a column of requests, expected a file of users. Import this file as transactions.")]
    [InlineData("UserName,\"Phone\nada,1\n", "line 1: found a quotation mark that is never closed, in a row that reaches to line 3, expected a quotation mark at the end of each quoted cell.")]
    [InlineData("U\0s\0e\0r\0N\0a\0m\0e\0\na\0", "line 1: found NUL characters between the letters, expected text in UTF-8. Save the file as UTF-8.")]
    [InlineData("PK\u0003\u0004\u0014\0", "line 1: found an Excel workbook, or another ZIP file, expected a CSV file or a JSON array of users. Save the sheet as 'CSV UTF-8' and import that file.")]
    [InlineData("", "line 1: found an empty file, expected a CSV file or a JSON array of users.")]
    [InlineData("\uFEFF \r\n\n", "line 1: found an empty file, expected a CSV file or a JSON array of users.")]
    public async Task A_file_that_cannot_be_read_at_all_says_why(string file, string expected)
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync(file);
        Assert.Equal($"{record.Folder}/users, {expected}", ImportWords.Problem(Assert.Single(report.Problems)));
        Assert.Equal((0L, false, ImportEnding.SomeRefused), (report.Files[0].Read, report.Files[0].ReadToEnd, report.Ending));
    }

    [Fact]
    public async Task A_file_with_columns_and_no_rows_is_read()
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync("UserName,Phone\n");
        Assert.Equal((0L, true, ImportEnding.Done), (report.Files[0].Read, report.Files[0].ReadToEnd, report.Ending));
    }

    [Fact]
    public async Task A_quotation_mark_that_swallows_the_file_ends_the_reading()
    {
        using var record = await TestRecord.NewAsync();
        var rest = string.Concat(Enumerable.Repeat("cy,a line of the file that is swallowed by the quotation mark\n", 100_000));
        var report = await record.ImportAsync($"UserName,Phone\nada,1\nben,\"2\n{rest}");
        Assert.Equal(
            $"{record.Folder}/users, line 3: found a row of more than 4 MB, expected shorter rows. Look for a quotation mark that is not closed.",
            ImportWords.Problem(Assert.Single(report.Problems)));
        Assert.Equal("ada", record.Value("SELECT UserName FROM Users"));
    }
}
