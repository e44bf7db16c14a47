using IllAddins.Host.Addins.Settings;
using IllAddins.Host.Data;
using IllAddins.Host.Web;
using IllAddins.Tests.Addins;
using Microsoft.Extensions.Logging.Abstractions;

namespace IllAddins.Tests.Road;

/// <summary>A library with an add-in for text messages, a gateway for them, and a patron who prefers them.</summary>
public sealed class TextRoom : IAsyncDisposable
{
    public const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,Phone,MobilePhone
        jdoe,Jane,Doe,MAIN,sms,jane@example.org,555-0104,555-010-0101
        """;

    public const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        401,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil
        """;

    private const string Script = """
        function ChooseTemplate(request)
          if TextMessages.IsMobile(request.User.MobilePhone) then return "Text Pickup" end
        end
        """;

    private TextRoom(AddinsOnDisk addins, Library library, TextGateway gateway) => (Addins, Library, Gateway) = (addins, library, gateway);

    internal AddinsOnDisk Addins { get; }

    public Library Library { get; }

    public TextGateway Gateway { get; }

    /// <summary>Opens it; the gateway's address is not set yet.</summary>
    public static async Task<TextRoom> OpenAsync()
    {
        var addins = new AddinsOnDisk();
        addins.LayBuilt("CustomerContact");
        addins.Lay("TextMessages");
        var library = new Library { Addins = addins.Folder };
        // Makes the add-ins' tables.
        await library.RunAsync("sweep", "--once");
        await library.ImportAsync(Users, Requests);
        await library.QueryAsync("""
            INSERT INTO EMailTemplates (NVTGC, Name, Description, Subject, Body)
            VALUES ('ILL', 'Text Pickup', '', 'Pickup', '<#TextMessages.Greeting> <#Transaction.LoanTitle MaxSize="5"> is here.') RETURNING Name
            """);
        library.Script("MAIN", Script);
        return new TextRoom(addins, library, await TextGateway.StartAsync());
    }

    /// <summary>Sets the gateway's address and token.</summary>
    public async Task SetGatewayAsync()
    {
        var (code, output, error) = await Library.RunAsync("settings", "set", "TextMessages", "Gateway", Gateway.Address);
        Assert.Equal((0, "", "Gateway of TextMessages is set for all sites."), (code, error, output.Trim()));
        await using var database = SqliteDatabase.Open(Path.Combine(Library.Data, "illaddins.db"));
        var settings = new AddinSettings(database, StoredKeys.Seal(Library.Data), _ => null, Library.Clock, NullLogger.Instance);
        await settings.KeepAsync("TextMessages", null, [(new AddinSetting.Secret { Name = "Token", Title = "Token", Help = "" }, "hush-4711")], "ann", CancellationToken.None);
    }

    /// <summary>Every notice: channel, state and note.</summary>
    public Task<IReadOnlyList<string>> NoticesAsync() => Library.QueryAsync("SELECT Channel || ' ' || Status || COALESCE(': ' || Note, '') FROM EMailCopies ORDER BY Id");

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        Library.Dispose();
        Addins.Dispose();
    }
}
