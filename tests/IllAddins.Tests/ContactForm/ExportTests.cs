using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using IllAddins.CustomerContact.ContactForm.Exports;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.ContactForm;

public sealed class ExportTests : IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,Phone,Address,City,State,Zip,DeliveryMethod
        pnum,Paul,"=cmd|' /C calc'!A0",MAIN,Phone,,+1 555-0102,"1 Elm St, back",Ames,IA,50010,Mail to Address
        mbox,Mia,Box,LAW,Mail,,,3 Ash St,Ames,IA,50010,
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle,DueDate,LibraryUseOnly,DeliveryMethod
        601,pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,"Atlas ""of"" soil",2026-04-17,Yes,Hold for Pickup
        602,mbox,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Reflexões,,,
        """;

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task The_list_as_CSV_opens_as_it_is_meant_and_no_cell_is_a_formula()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);

        var answer = await desk.CallAsync("export-csv", "staff1", 601);

        var (file, bytes) = (answer.File!, answer.File!.Content.ToArray());
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal(("1 request exported.", "customer-contact-20260302-150000.csv", "text/csv"), (answer.Message, file.Name, file.ContentType));
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.StartsWith("Trans. No.,Group,Customer,Phone,Title,Pickup,Received,Waiting,Tries,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("601,Notification method: Phone,\"'=cmd|' /C calc'!A0, Paul\",'+1 555-0102,\"Atlas \"\"of\"\" soil\",", lines[1], StringComparison.Ordinal);
        Assert.Equal("", lines[2]);
    }

    [Fact]
    public async Task Merge_data_bears_ILLiads_names_and_whole_records_and_all_rows_where_none_is_selected()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);

        var answer = await desk.CallAsync("merge-data", "staff1");

        Assert.Equal("2 requests exported.", answer.Message);
        var rows = Cells(answer.File!.Content.ToArray());
        var titles = rows[0];
        Assert.Equal(["TransactionNumber", "Username", "RequestType"], titles.Take(3));
        Assert.Equal(titles.Count, titles.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(
            ["601", "=cmd|' /C calc'!A0", "1 Elm St, back", "Hold for Pickup", "Mail to Address", "Yes"],
            ((string[])["TransactionNumber", "LastName", "Address", "DeliveryMethod", "DeliveryMethod1", "LibraryUseOnly"]).Select(name => rows[1][titles.IndexOf(name)]));
        Assert.Equal("Reflexões", rows[2][titles.IndexOf("LoanTitle")]);
    }

    [Fact]
    public async Task The_list_as_a_workbook_holds_the_columns_of_the_screen()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);

        var answer = await desk.CallAsync("export-xlsx", "staff1");

        var rows = Cells(answer.File!.Content.ToArray());
        Assert.Equal(["Trans. No.", "Group", "Customer"], rows[0].Take(3));
        Assert.Equal(["601", "Notification method: Phone", "=cmd|' /C calc'!A0, Paul"], rows[1].Take(3));
        Assert.Equal(3, rows.Count);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\rtext", "'\rtext")]
    [InlineData("\ntext", "'\ntext")]
    [InlineData("\r\n=1+1", "'\r\n=1+1")]
    [InlineData("\0\uFEFF\u200B\u00A0=1+1", "'\0\uFEFF\u200B\u00A0=1+1")]
    [InlineData("\uFF1D1+1", "'\uFF1D1+1")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void A_text_that_looks_like_a_formula_gets_a_sign_before_it(string text, string written) => Assert.Equal(written, CsvText.Harmless(text));

    public static TheoryData<object, string> Odd => new()
    {
        { "00123", "00123" },
        { "a\rb\r\nc", "a\nb\nc" },
        { "a\u0001\u001Fb[half] c[none]", "ab\uFFFD c\uFFFD" },
        { "\U0001F600 <b>&amp;\u0007", "\U0001F600 <b>&amp;" },
        { "_x0041_ and _x_", "_x005F_x0041_ and _x_" },
        { new string('n', 32_767), new string('n', 32_767) },
        { new string('n', 32_765) + "\U0001F600\U0001F600", new string('n', 32_765) + "\u2026" },
        { new DateTime(1, 1, 1), "0001-01-01" },
        { new DateTime(1899, 12, 31, 23, 59, 0), "1899-12-31 23:59" },
        { new DateTime(1900, 3, 1), "61" },
        { new DateTime(9999, 12, 31), "2958465" },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task A_workbook_takes_whatever_a_field_holds(object value, string cell)
    {
        // A test's name must not hold these two itself.
        var field = value is string text ? text.Replace("[half]", "\uD83D", StringComparison.Ordinal).Replace("[none]", "\uFFFE", StringComparison.Ordinal) : value;
        var workbook = await Workbook.OfAsync("Sheet1", new ExportTable(["Field"], [[field]]), CancellationToken.None);

        Assert.Equal(cell, Cells(workbook)[1][0]);
    }

    private static List<List<string>> Cells(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        using var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        return [.. XDocument.Load(sheet).Descendants(main + "row").Select(row => row.Elements(main + "c").Select(cell => cell.Value).ToList())];
    }
}
