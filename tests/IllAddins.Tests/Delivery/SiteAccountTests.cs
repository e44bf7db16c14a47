using IllAddins.CustomerContact.Delivery;

namespace IllAddins.Tests.Delivery;

/// <summary>Mail servers and accounts of single sites.</summary>
public sealed class SiteAccountTests
{
    private static readonly string[] Common =
        ["Mail:Host=mail.test", "Mail:Security=Tls", "Mail:User=all", "Mail:PasswordFile=/etc/all", "Mail:LocalName=ill.test", "Mail:Connections=2"];

    [Fact]
    public void A_site_may_have_an_account_of_its_own_on_everybodys_server()
    {
        var law = Valid("LAW", [.. Common, "Mail:Sites:LAW:User=law", "Mail:Sites:LAW:AccessTokenFile=law.token"]);

        Assert.Equal(("mail.test", 465, MailSecurity.Tls), (law.Host, law.Port, law.Security));
        Assert.Equal(("law", "", Path.Combine("/srv/ill", "law.token")), (law.User, law.PasswordFile, law.AccessTokenFile));
        Assert.Equal(("ill.test", 2), (law.LocalName, law.Connections));
        Assert.Equal(("all", "/etc/all"), (Valid("MAIN", Common).User, Valid("MAIN", Common).PasswordFile));
    }

    [Fact]
    public void The_account_of_all_is_never_told_to_a_sites_own_server()
    {
        var law = Valid("LAW", [.. Common, "Mail:Sites:LAW:Host=law.test", "Mail:Sites:LAW:Security=StartTls"]);

        Assert.Equal(("law.test", 587, "", ""), (law.Host, law.Port, law.User, law.PasswordFile));
    }

    [Fact]
    public void A_site_of_its_own_server_has_outages_of_its_own()
    {
        Assert.Equal("all@mail.test:465", Valid("MAIN", Common).Account);
        Assert.Equal("law@mail.test:465", Valid("LAW", [.. Common, "Mail:Sites:LAW:User=law", "Mail:Sites:LAW:PasswordFile=/etc/law"]).Account);
    }

    [Theory]
    [InlineData("Mail:Sites:LAW:User is 'law', but Mail:Sites:LAW:PasswordFile is not set; expected the path of a file that holds the password (or Mail:Sites:LAW:AccessTokenFile for one that holds an OAuth 2 token).", "Mail:Sites:LAW:User=law")]
    [InlineData("Mail:Sites:LAW:Security is not set, and Mail:Sites:LAW:Host is 'law.test', another machine; expected StartTls or Tls, or None to send in clear on purpose.", "Mail:Sites:LAW:Host=law.test")]
    [InlineData("Mail:Sites:LAW:Connections is '65'; expected a number from 1 to 64.", "Mail:Sites:LAW:Connections=65")]
    [InlineData("Both Mail:PasswordFile and Mail:AccessTokenFile are set; expected one of them, as the mail server asks for.", "Mail:AccessTokenFile=t")]
    public void What_is_wrong_with_a_sites_settings_is_said_by_the_key_it_stands_at(string problem, string line) =>
        Assert.Equal([problem], Assert.IsType<MailSettingsReading.Invalid>(Read("LAW", [.. Common, line])).Problems);

    private static MailSettings Valid(string site, string[] lines) => Assert.IsType<MailSettingsReading.Valid>(Read(site, lines)).Settings;

    private static MailSettingsReading Read(string site, string[] lines)
    {
        var values = lines.Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return MailSettingsReading.Read(key => values.GetValueOrDefault(key), "/srv/ill", site);
    }
}
