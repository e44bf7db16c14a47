using IllAddins.Tests.Delivery;
using IllAddins.Tests.Fixtures;
using MimeKit;

namespace IllAddins.Tests.Road;

/// <summary>Notices whose template has an HTML part, as the mail server gets them.</summary>
public sealed class HtmlNoticeTests : IDisposable
{
    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_template_with_html_makes_a_mail_of_both_parts_and_no_value_is_markup()
    {
        await using var listener = ScriptedSmtpListener.Start();
        library.MailTo(listener);
        await library.ImportAsync(
            "UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress\njdoe,\"<script>alert(\"\"1\"\")</script>\",D'oe & Söhne,MAIN,Electronic,jane@example.org\n",
            "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n201,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,אטלס & Атлас 🌍 <b>\n");
        await library.RunAsync("addins", "list");
        await library.QueryAsync("""
            UPDATE EMailTemplates SET Body = 'Dear <#User.FirstName>: <#Transaction.LoanTitle>',
                HtmlBody = '<p title="<#User.FirstName>">Dear <#User.LastName></p><h1><#Transaction.LoanTitle></h1>' RETURNING Name
            """);

        await library.SweepAsync();

        var mail = Assert.Single(listener.Mails).Parsed();
        var parts = Assert.IsType<MultipartAlternative>(mail.Body);
        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], parts.Select(part => $"{part.ContentType.MimeType}; charset={part.ContentType.Charset}"));
        Assert.Equal("Dear <script>alert(\"1\")</script>: אטלס & Атлас 🌍 <b>", mail.TextBody!.TrimEnd());
        Assert.Equal(
            "<p title=\"&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;\">Dear D&#39;oe &amp; S&#246;hne</p><h1>אטלס &amp; Атлас &#127757; &lt;b&gt;</h1>", mail.HtmlBody!.TrimEnd());
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("<script>alert(\"1\")</script> D'oe & Söhne", ((MailboxAddress)mail.To[0]).Name);
    }

    [Fact]
    public async Task A_template_without_html_makes_a_mail_of_plain_text()
    {
        await using var listener = ScriptedSmtpListener.Start();
        library.MailTo(listener);
        await library.ImportAsync(
            "UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress\njdoe,Jane,Doe,MAIN,Electronic,jane@example.org\n",
            "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n201,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas\n");

        await library.SweepAsync();

        Assert.Equal("text/plain", Assert.IsType<TextPart>(Assert.Single(listener.Mails).Parsed().Body).ContentType.MimeType);
    }
}
