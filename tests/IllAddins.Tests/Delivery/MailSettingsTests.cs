using IllAddins.CustomerContact.Delivery;

namespace IllAddins.Tests.Delivery;

/// <summary>What admins write into the settings, and what they are told.</summary>
public sealed class MailSettingsTests
{
    [Fact]
    public async Task Without_a_host_mail_goes_into_the_folder_beside_the_data()
    {
        var settings = Valid([]);

        Assert.False(settings.UsesSmtp);
        Assert.Equal(Path.Combine("/srv/ill", "mail"), settings.PickupFolder);
        Assert.Equal(Path.Combine("/srv/ill", "out"), Valid(["Mail:PickupFolder=out"]).PickupFolder);
        Assert.Equal("/var/spool/ill", Valid(["Mail:PickupFolder=/var/spool/ill"]).PickupFolder);
        await using var transport = MailTransports.Open(settings, TimeProvider.System);
        Assert.IsType<PickupFolderTransport>(transport);
    }

    [Fact]
    public async Task With_a_host_mail_goes_to_the_server()
    {
        var settings = Valid(["Mail:Host= mail.library.test ", "Mail:Security=starttls", "Mail:User=illiad", "Mail:PasswordFile=secret", "Mail:LocalName=ill.library.test"]);

        Assert.Equal("mail.library.test", settings.Host);
        Assert.Equal(MailSecurity.StartTls, settings.Security);
        Assert.Equal("illiad", settings.User);
        Assert.Equal(Path.Combine("/srv/ill", "secret"), settings.PasswordFile);
        Assert.Equal("ill.library.test", settings.LocalName);
        Assert.Equal(TimeSpan.FromSeconds(30), settings.StepTimeout);
        await using var transport = MailTransports.Open(settings, TimeProvider.System);
        Assert.IsType<SmtpTransport>(transport);
    }

    [Theory]
    [InlineData("None", 25)]
    [InlineData("StartTls", 587)]
    [InlineData("Tls", 465)]
    public void Each_security_has_its_usual_port(string security, int port)
    {
        Assert.Equal(port, Valid(["Mail:Host=mail.library.test", $"Mail:Security={security}"]).Port);
        Assert.Equal(2525, Valid(["Mail:Host=mail.library.test", $"Mail:Security={security}", "Mail:Port=2525"]).Port);
    }

    [Theory]
    [InlineData("mail_relay")]
    [InlineData("2001:db8::25")]
    [InlineData("post.bücherei.example")]
    [InlineData("relay.library.test.")]
    public void A_server_has_any_name_or_address_that_a_host_may_have(string host) => Assert.Equal(host, Valid([$"Mail:Host={host}", "Mail:Security=Tls"]).Host);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("localhost")]
    public void A_relay_on_this_machine_needs_no_security_even_with_a_login(string host) =>
        Assert.Equal(MailSecurity.None, Valid([$"Mail:Host={host}", "Mail:User=illiad", "Mail:PasswordFile=/etc/secret"]).Security);

    [Theory]
    [InlineData("Mail:Security is 'SSL'; expected None, StartTls or Tls.", "Mail:Host=m.test", "Mail:Security=SSL")]
    [InlineData("Mail:Security is '1'; expected None, StartTls or Tls.", "Mail:Host=m.test", "Mail:Security=1")]
    [InlineData("Mail:Security is 'Auto'; expected None, StartTls or Tls.", "Mail:Security=Auto")]
    [InlineData("Mail:Security is not set, and Mail:Host is 'm.test', another machine; expected StartTls or Tls, or None to send in clear on purpose.", "Mail:Host=m.test")]
    [InlineData("Mail:Host is '127.0.0.1:25'; expected a name or an address alone, such as smtp.library.example. A port stands in Mail:Port.", "Mail:Host=127.0.0.1:25")]
    [InlineData("Mail:Host is 'smtp://m.test'; expected a name or an address alone, such as smtp.library.example. A port stands in Mail:Port.", "Mail:Host=smtp://m.test")]
    [InlineData("Mail:Host is 'm.test x'; expected a name or an address alone, such as smtp.library.example. A port stands in Mail:Port.", "Mail:Host=m.test\r\nx")]
    [InlineData("Mail:LocalName is 'ill QUIT'; expected a name in plain letters without spaces, such as ill.library.example.", "Mail:LocalName=ill\r\nQUIT")]
    [InlineData("Mail:LocalName is 'bücherei'; expected a name in plain letters without spaces, such as ill.library.example.", "Mail:LocalName=bücherei")]
    [InlineData("Mail:Port is 'smtp'; expected a number from 1 to 65535.", "Mail:Host=m.test", "Mail:Security=Tls", "Mail:Port=smtp")]
    [InlineData("Mail:Port is '0'; expected a number from 1 to 65535.", "Mail:Host=m.test", "Mail:Security=Tls", "Mail:Port=0")]
    [InlineData("Mail:Port is '70000'; expected a number from 1 to 65535.", "Mail:Host=m.test", "Mail:Security=Tls", "Mail:Port=70000")]
    [InlineData("Mail:User is 'illiad', but Mail:PasswordFile is not set; expected the path of a file that holds the password (or Mail:AccessTokenFile for one that holds an OAuth 2 token).", "Mail:Host=m.test", "Mail:Security=Tls", "Mail:User=illiad")]
    [InlineData("Mail:PasswordFile is '/etc/secret', but Mail:User is not set; expected the account that the password belongs to.", "Mail:Host=m.test", "Mail:Security=Tls", "Mail:PasswordFile=/etc/secret")]
    [InlineData("Mail:User is 'illiad' and Mail:Security is None: the password would go to m.test in clear, which is done only on this machine itself. Set Mail:Security to StartTls or Tls, or empty Mail:User.", "Mail:Host=m.test", "Mail:Security=None", "Mail:User=illiad", "Mail:PasswordFile=/etc/secret")]
    public void A_setting_that_cannot_be_used_is_named_with_what_was_expected(string problem, params string[] lines) =>
        Assert.Equal([problem], Assert.IsType<MailSettingsReading.Invalid>(Read(lines)).Problems);

    [Fact]
    public void All_problems_are_told_at_once() =>
        Assert.Equal(3, Assert.IsType<MailSettingsReading.Invalid>(Read(["Mail:Host=m.test", "Mail:Security=SSL", "Mail:Port=x", "Mail:User=illiad"])).Problems.Count);

    private static MailSettings Valid(string[] lines) => Assert.IsType<MailSettingsReading.Valid>(Read(lines)).Settings;

    private static MailSettingsReading Read(string[] lines)
    {
        var values = lines.Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return MailSettingsReading.Read(key => values.GetValueOrDefault(key), "/srv/ill");
    }
}
