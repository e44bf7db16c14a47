using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Web.Answers;

/// <summary>The files that staff take away from the screen, as a browser gets them: whatever a patron or a lender wrote comes through, and no spreadsheet takes it for a formula.</summary>
public sealed class ExportAnswerTests : IAsyncLifetime, IDisposable
{
    private const string Hebrew = "אטלס של הקרקע";
    private const string Quoted = "She said \"soil\", twice\nand again";

    // Phone numbers, titles and names that begin like formulas, hide one behind a tab or a line break, or only look like it.
    private static readonly string[] Hostile = ["=HYPERLINK(\"http://x\")", "+1 555-0102", "-1+1", "@SUM(A1)", "\t=1+1", "\n=1+1", Quoted, Hebrew];

    private readonly Library library = new();
    private ServedDesk? desk;
    private Visitor? visitor;

    private ServedDesk Desk => desk!;

    private Visitor Visitor => visitor!;

    public async Task InitializeAsync()
    {
        await library.ImportAsync(
            $"UserName,LastName,NVTGC,NotificationMethod,Phone\njdoe,{Field("=cmd|' /C calc'!A0")},MAIN,Phone,+1 555-0102",
            "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n"
                + string.Join('\n', Hostile.Select((_, at) => $"{601 + at},jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,x")));
        // An import may trim what other programs write as it is.
        foreach (var (title, at) in Hostile.Select((title, at) => (title, at)))
            await library.QueryAsync($"UPDATE Transactions SET LoanTitle = '{title.Replace("'", "''", StringComparison.Ordinal)}' WHERE TransactionNumber = {601 + at} RETURNING LoanTitle");
        desk = await ServedDesk.OpenAsync(library);
        visitor = await Desk.VisitAsync(TestStaff.Staff);
    }

    public async Task DisposeAsync() => await Desk.DisposeAsync();

    public void Dispose()
    {
        visitor?.Dispose();
        library.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_CSV_is_marked_as_UTF_8_and_every_cell_comes_through_with_a_sign_before_what_begins_like_a_formula(bool all)
    {
        var wanted = Wanted(all);
        var (bytes, type) = await ExportAsync("export-csv", wanted);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal("text/csv", type);
        var rows = Read(Encoding.UTF8.GetString(bytes[3..]));
        var title = rows[0].IndexOf("Title");
        Assert.Equal(all ? Hostile.Length : wanted.Length, rows.Count - 1);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        foreach (var row in rows.Skip(1))
        {
            var text = Hostile[int.Parse(row[0], CultureInfo.InvariantCulture) - 601];
            Assert.Equal(text is Quoted or Hebrew ? text : $"'{text.Trim()}", row[title]);
            Assert.Equal(("'=cmd|' /C calc'!A0", "'+1 555-0102"), (row[rows[0].IndexOf("Customer")], row[rows[0].IndexOf("Phone")]));
        }
    }

    [Theory]
    [InlineData("export-xlsx", "Trans. No.", "Title", true)]
    [InlineData("export-xlsx", "Trans. No.", "Title", false)]
    [InlineData("merge-data", "TransactionNumber", "LoanTitle", true)]
    [InlineData("merge-data", "TransactionNumber", "LoanTitle", false)]
    public async Task A_workbook_holds_texts_as_they_are_and_no_formula(string command, string number, string title, bool all)
    {
        var wanted = Wanted(all);
        var (bytes, _) = await ExportAsync(command, wanted);
        using var archive = new ZipArchive(new MemoryStream(bytes));
        using var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var document = XDocument.Load(sheet);
        Assert.Empty(document.Descendants(main + "f"));
        var rows = document.Descendants(main + "row").Select(row => row.Elements(main + "c").Select(cell => cell.Value).ToList()).ToList();
        Assert.Equal(all ? Hostile.Length : wanted.Length, rows.Count - 1);
        foreach (var row in rows.Skip(1))
        {
            // The list shows titles without the space around them; merge data is the record as it is.
            var text = Hostile[int.Parse(row[rows[0].IndexOf(number)], CultureInfo.InvariantCulture) - 601];
            Assert.Equal(command == "merge-data" ? text : text.Trim(), row[rows[0].IndexOf(title)]);
        }

        if (command == "merge-data")
            Assert.Equal(["Username", "LoanTitle", "LastName", "Phone"], ((string[])["Username", "LoanTitle", "LastName", "Phone"]).Intersect(rows[0]));
    }

    private static int[] Wanted(bool all) => all ? [] : [601, 605, 608];

    private async Task<(byte[] Bytes, string? Type)> ExportAsync(string command, int[] numbers)
    {
        var rows = new List<object>();
        foreach (var number in numbers)
            rows.Add(new { transactionNumber = number, arrivalId = long.Parse((await library.QueryAsync($"SELECT MAX(Id) FROM Tracking WHERE TransactionNumber = {number}")).Single(), CultureInfo.InvariantCulture) });
        using var answer = await Visitor.SendAsync(HttpMethod.Post, Desk.Command(command).Path + "?site=", JsonSerializer.Serialize(new { rows, values = new { } }));
        var file = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("file");
        using var got = await Visitor.GetAsync(file.GetProperty("url").GetString()!);
        Assert.Equal("attachment", got.Content.Headers.ContentDisposition?.DispositionType);
        return (await got.Content.ReadAsByteArrayAsync(), got.Content.Headers.ContentType?.MediaType);
    }

    private static string Field(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // RFC 4180.
    private static List<List<string>> Read(string csv)
    {
        var (rows, row, cell, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < csv.Length; at++)
            if (quoted && csv[at] == '"' && at + 1 < csv.Length && csv[at + 1] == '"')
                cell.Append(csv[at++]);
            else if (csv[at] == '"')
                quoted = !quoted;
            else if (!quoted && csv[at] is ',' or '\r')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (csv[at] == ',')
                    continue;
                rows.Add(row);
                row = [];
                at++;
            }
            else
                cell.Append(csv[at]);
        return rows;
    }
}
