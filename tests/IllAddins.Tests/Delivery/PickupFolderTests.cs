using IllAddins.CustomerContact.Delivery;
using MimeKit;

namespace IllAddins.Tests.Delivery;

/// <summary>Mail as files: whole or not at all, and never twice.</summary>
public sealed class PickupFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("illaddins-mail-").FullName;

    private string Folder => Path.Combine(_root, "data", "mail");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_mail_becomes_a_file_that_a_mail_program_opens()
    {
        var mail = Some.Mail() with { ToName = "Γιάννης Łąkowa", Subject = "Έφτασε", HtmlBody = "<p>Dear Γιάννης</p>", Bcc = "audit@library.test" };

        var outcome = await Laid(mail);

        Assert.Equal(new MailAnswer(MailStage.PickupFile, null, "Laid into the pickup folder as 1001.1@illaddins.test.eml."), Assert.IsType<MailOutcome.Accepted>(outcome).Answer);
        var file = Assert.Single(Directory.GetFileSystemEntries(Folder));
        using var parsed = await MimeMessage.LoadAsync(file);
        Assert.Equal("1001.1@illaddins.test", parsed.MessageId);
        Assert.Equal(Some.Morning, parsed.Date);
        Assert.Equal("Γιάννης Łąkowa", parsed.To[0].Name);
        Assert.Equal("audit@library.test", parsed.Bcc.Mailboxes.Single().Address);
        Assert.Equal("Έφτασε", parsed.Subject);
        Assert.Equal("auto-generated", parsed.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("Dear Jane,\nyour loan is waiting.\n", parsed.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal("<p>Dear Γιάννης</p>", parsed.HtmlBody!.TrimEnd());
    }

    [Fact]
    public async Task A_repeat_takes_the_place_of_the_first()
    {
        await Laid(Some.Mail());
        await Laid(Some.Mail() with { Subject = "Again" });

        using var parsed = await MimeMessage.LoadAsync(Assert.Single(Directory.GetFileSystemEntries(Folder)));
        Assert.Equal("Again", parsed.Subject);
    }

    [Fact]
    public async Task Other_mails_have_other_files_whatever_their_message_ids_hold()
    {
        string[] ids = ["a/../../b@x.test", "a%2fb@x.test", "A@x.test", "a@x.test", "..@x.test", "con@x.test", new string('l', 200) + "1@x.test", new string('l', 200) + "2@x.test"];
        foreach (var id in ids)
            Assert.IsType<MailOutcome.Accepted>(await Laid(Some.Mail(id)));

        var names = Directory.GetFileSystemEntries(Folder).Select(Path.GetFileName).ToList();
        Assert.Equal(ids.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.Matches("^[a-z0-9%_@-][a-z0-9%_@.-]*\\.eml$", name));
        Assert.Equal(["data"], Directory.GetFileSystemEntries(_root).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_fault_in_words()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Folder)!);
        await File.WriteAllTextAsync(Folder, "a file where the folder should be");

        var fault = Assert.IsType<MailOutcome.ServerFault>(await Laid(Some.Mail()));

        Assert.Equal(MailStage.PickupFile, fault.Answer.Stage);
        Assert.StartsWith($"The mail could not be written into the pickup folder {Folder} (Mail:PickupFolder): ", fault.Answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_put_in_its_place_leaves_nothing_half_done()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "1001.1@illaddins.test.eml"));

        Assert.IsType<MailOutcome.ServerFault>(await Laid(Some.Mail()));

        Assert.Equal(["1001.1@illaddins.test.eml"], Directory.GetFileSystemEntries(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_cancelled_mail_leaves_no_file()
    {
        await using var transport = new PickupFolderTransport(Folder);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.SendAsync(Some.Mail(), new CancellationToken(canceled: true)));

        Assert.False(Directory.Exists(Folder) && Directory.EnumerateFileSystemEntries(Folder).Any());
    }

    [Fact]
    public async Task A_bad_address_leaves_no_file()
    {
        Assert.Equal(
            new MailOutcome.RefusedRecipient(new(MailStage.Composing, null, "The address 'jane@' of the field To is no e-mail address; expected a form such as jane@library.org.")),
            await Laid(Some.Mail(to: "jane@")));
        Assert.False(Directory.Exists(Folder));
    }

    private async Task<MailOutcome> Laid(OutgoingMail mail)
    {
        await using var transport = new PickupFolderTransport(Folder);
        return await transport.SendAsync(mail, CancellationToken.None);
    }
}
