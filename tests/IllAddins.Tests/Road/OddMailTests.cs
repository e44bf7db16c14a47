using IllAddins.Tests.Delivery;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Road;

/// <summary>Names, addresses, titles and templates as no one would wish them, through the whole product to a mail server.</summary>
public sealed class OddMailTests : IAsyncLifetime, IDisposable
{
    private readonly Library library = new();
    private readonly ScriptedSmtpListener listener = ScriptedSmtpListener.Start();

    public Task InitializeAsync()
    {
        library.MailTo(listener);
        return library.RunAsync("addins", "list");
    }

    public Task DisposeAsync() => listener.DisposeAsync().AsTask();

    public void Dispose() => library.Dispose();

    [Theory]
    [InlineData("jane@bücher.example", "jane@xn--bcher-kva.example")]
    [InlineData(" jane.o'hara+ill@example.org ", "jane.o'hara+ill@example.org")]
    [InlineData("JANE@EXAMPLE.ORG", "JANE@EXAMPLE.ORG")]
    public async Task An_address_as_patrons_have_it_is_mailed_to(string address, string recipient)
    {
        await ImportAsync("Jane", "Doe", address, "Atlas");

        var swept = await library.SweepAsync();

        Assert.True(swept.Sent == 1, string.Join(" ", swept.Errors));
        Assert.Equal([recipient], Assert.Single(listener.Mails).Recipients);
    }

    [Theory]
    [InlineData("jane@example.org\nBcc: all@example.org")]
    [InlineData("jane@example.org, all@example.org")]
    [InlineData("jane@example.org>\r\nRCPT TO:<all@example.org")]
    [InlineData("\"jane\" <jane@example.org>")]
    [InlineData("jane@@example.org")]
    [InlineData("jane@example..org")]
    [InlineData("jane")]
    public async Task An_address_that_is_none_is_held_for_staff_and_nobody_else_is_mailed_to(string address)
    {
        await ImportAsync("Jane", "Doe", address, "Atlas");

        var swept = await library.SweepAsync();

        Assert.Equal((0, 1), (swept.Sent, swept.Held));
        Assert.Empty(listener.Mails);
        Assert.Equal("Awaiting Customer Contact", await library.StatusAsync(201));
    }

    [Fact]
    public async Task Breaks_and_controls_in_names_and_titles_end_no_header_and_no_mail()
    {
        const string Odd = "A\r\nBcc: all@example.org\r\n\r\n.\r\nQUIT\r\n\u0007\u2028Ж";
        await ImportAsync($"Ja\"ne\\, {Odd}", Odd, "jane@example.org", Odd);

        await library.SweepAsync();

        var mail = Assert.Single(listener.Mails);
        var read = mail.Parsed();
        Assert.Equal(["jane@example.org"], mail.Recipients);
        Assert.False(read.Headers.Contains("Bcc"));
        Assert.Contains("Ж", read.Subject, StringComparison.Ordinal);
        Assert.Contains("Ж", read.To.Mailboxes.Single().Name, StringComparison.Ordinal);
        Assert.Contains("\nQUIT", read.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain('\u0007', mail.Text);
    }

    [Fact]
    public async Task Two_hundred_items_and_lines_without_an_end_arrive_whole()
    {
        var title = string.Concat(Enumerable.Repeat("öäü ", 5_000)).Trim();
        await ImportAsync("Jane", "Doe", "jane@example.org", title);
        var items = string.Join('\n', Enumerable.Range(1, 200).Select(number => $".{number}. item"));
        await library.QueryAsync($"UPDATE EMailTemplates SET Subject = '<#Transaction.LoanTitle>', Body = '<#Transaction.LoanTitle>' || char(10) || '{items}', HtmlBody = '<p><#Transaction.LoanTitle></p>' RETURNING Name");

        await library.SweepAsync();

        var read = Assert.Single(listener.Mails).Parsed();
        Assert.Equal(title, read.Subject);
        Assert.Equal($"{title}\n{items}", read.TextBody!.ReplaceLineEndings("\n").TrimEnd());
        Assert.All(listener.Mails.Single().Text.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 998));
    }

    private async Task ImportAsync(string first, string last, string address, string title)
    {
        static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        await library.ImportAsync(
            $"UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress\njdoe,{Cell(first)},{Cell(last)},MAIN,Electronic,{Cell(address)}\n",
            $"TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n201,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,{Cell(title)}\n");
    }
}
