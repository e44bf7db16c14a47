using CsCheck;
using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Delivery;

/// <summary>Whatever names, subjects and texts hold, a mail program reads it as it was meant.</summary>
public sealed class MailWordsTests
{
    private static readonly Gen<string> Word = OneOf(
        "loan", "Dr.", "O'Neil", "\"quoted\"", "back\\slash", "=?utf-8?Q?x?=", "=?", "?=", "a,b;c", "<x@y.test>", "(note)", "Łąkowa", "Γιάννης", "届きました", "👩🏽‍🔬", "e\u0301", "עברית",
        ".", "..", ".x", "From", "=20", "--=_", "@", ":", new string('w', 70), new string('ż', 70), new string('v', 1_200), "tab\there");

    private static readonly Gen<string> Line = Word.Array[0, 9].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Name = Word.Where(word => word.Length <= 70 && !word.Contains('\t', StringComparison.Ordinal)).Array[1, 4].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Text = Line.Array[1, 6].Select(lines => string.Join('\n', lines));

    private static readonly Gen<OutgoingMail> Mail = Gen.Select(
        Name, Name, Line, Text, Text.Null(), OneOf("jane@library.test", "jane@library.test; jo@bücher.test", "\"jane doe\"@library.test, Jo <jo@library.test>"),
        (from, to, subject, text, html, address) => Some.Mail() with
        {
            FromName = from,
            ToName = to,
            ToAddress = address,
            Cc = "desk@library.test",
            Subject = subject.Replace('\t', ' '),
            TextBody = text,
            HtmlBody = html,
        });

    [Theory]
    [InlineData("PIPELINING")]
    [InlineData("8BITMIME")]
    public async Task Whatever_words_hold_is_read_as_it_was_meant(string extension)
    {
        await using var listener = ScriptedSmtpListener.Start(new() { Extensions = [extension] });
        await using var transport = Some.Transport(listener);

        await Mail.SampleAsync(
            async mail =>
            {
                Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(mail, CancellationToken.None));
                AssertRead(mail, listener.Mails[^1], extension == "8BITMIME");
            },
            iter: 300,
            threads: 1);
    }

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(at => words[at]);

    private static void AssertRead(OutgoingMail mail, ReceivedMail received, bool eightBit)
    {
        using var parsed = received.Parsed();
        string[] headers = ["From", "To", "Cc", "Subject", "Date", "Message-Id", "Auto-Submitted", "MIME-Version"];
        Assert.Equal(headers, parsed.Headers.Select(header => header.Field));
        Assert.Equal(mail.FromName, parsed.From[0].Name);
        Assert.Equal(mail.ToName, parsed.To[0].Name);
        Assert.Equal(mail.ToAddress.Count(letter => letter is ',' or ';') + 1, parsed.To.Count);
        Assert.Equal(mail.Subject, parsed.Subject ?? "");
        Assert.Equal(Some.Morning, parsed.Date);
        Assert.Equal(mail.TextBody.TrimEnd('\n'), parsed.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.Equal(mail.HtmlBody?.TrimEnd('\n'), parsed.HtmlBody?.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.All(received.Text.Split("\r\n"), line => Assert.True(line.Length <= 998));
        Assert.True(eightBit || received.Bytes.All(octet => octet < 128));
    }
}
