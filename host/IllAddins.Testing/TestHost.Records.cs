using System.Globalization;
using IllAddins.Host.Requests;

namespace IllAddins.Testing;

public sealed partial class TestHost
{
    /// <summary>Lets a request arrive, as if a client of the host's had made it, with its site and its user where they are not there.</summary>
    /// <param name="request">What matters of it; null for one of which nothing matters.</param>
    /// <exception cref="InvalidOperationException">A field breaks a rule of the record; the message says which.</exception>
    public async Task<IllRequest> AddRequestAsync(SampleRequest? request = null)
    {
        var sample = request ?? new SampleRequest();
        await SiteAsync(sample.Site);
        var user = new Dictionary<string, string?>(sample.UserFields, StringComparer.OrdinalIgnoreCase) { ["UserName"] = sample.UserName, ["NVTGC"] = sample.Site };
        user.TryAdd("LastName", "Doe");
        user.TryAdd("FirstName", "Jo");
        user.TryAdd("EMailAddress", $"{sample.UserName}@example.org");
        Accept(await Record.CreateUserAsync(new RecordFields { Texts = user, By = "test" }, null, CancellationToken.None));
        var fields = new Dictionary<string, string?>(sample.Fields, StringComparer.OrdinalIgnoreCase)
        {
            ["Username"] = sample.UserName,
            ["ProcessType"] = sample.ProcessType,
            ["RequestType"] = sample.RequestType,
            ["TransactionStatus"] = sample.Status,
        };
        fields.TryAdd("LoanTitle", "A field guide to mosses");
        return await RequestAsync(Accept(await Record.CreateRequestAsync(new RecordFields { Texts = fields, By = "test" }, null, CancellationToken.None)));
    }

    /// <summary>The request as it stands now.</summary>
    /// <exception cref="InvalidOperationException">There is none of that number.</exception>
    public async Task<IllRequest> RequestAsync(int transactionNumber) =>
        await Record.FindAsync([transactionNumber], CancellationToken.None) is [var request] ? request : throw new InvalidOperationException($"There is no request {transactionNumber}.");

    /// <summary>The request as it stands now.</summary>
    public Task<IllRequest> RequestAsync(IllRequest request) => RequestAsync(request.Transaction.TransactionNumber);

    /// <summary>Routes a request from where it stands.</summary>
    public async Task RouteAsync(IllRequest request, string status)
    {
        var now = await RequestAsync(request);
        await Record.RouteAsync(
            new RouteOrder { TransactionNumber = now.Transaction.TransactionNumber, ExpectedStatus = now.Transaction.TransactionStatus, NewStatus = new TransactionStatus(status), By = "test" }, null, CancellationToken.None);
    }

    /// <summary>The texts of a request's notes, oldest first.</summary>
    public async Task<IReadOnlyList<string>> NotesAsync(IllRequest request) => [.. (await TrailAsync(request)).Notes.Select(note => note.Note)];

    /// <summary>The entries of a request's History, oldest first.</summary>
    public async Task<IReadOnlyList<string>> HistoryAsync(IllRequest request) => [.. (await TrailAsync(request)).History.Select(entry => entry.Entry)];

    /// <summary>The statuses that a request has had, first the one in which it arrived.</summary>
    public async Task<IReadOnlyList<string>> StatusesAsync(IllRequest request) => [.. (await TrailAsync(request)).Tracking.Select(entry => entry.ChangedTo)];

    /// <summary>Sets a setting that the add-in registered, as an admin does: checked and kept.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="value">What an admin would enter; null for its default again.</param>
    /// <param name="site">A site's NVTGC, for a setting that is kept per site; null for all sites.</param>
    /// <exception cref="InvalidOperationException">It cannot be that; the message is what an admin reads.</exception>
    public async Task SetAsync(string name, string? value, string? site = null)
    {
        var (of, known) = (Host.Name, installation.Addins.Contributed<AddinSetting>());
        var problems = await new IllAddins.Host.Addins.Settings.SettingChanges(installation.AddinSettings, installation.Limits, Clock).ApplyAsync(
            new IllAddins.Host.Addins.Settings.SettingOrder { Addin = of, Known = known, Site = site, Entered = new Dictionary<string, string?> { [name] = value }, By = "test" }, CancellationToken.None);
        if (problems.Count > 0)
            throw new InvalidOperationException(string.Join(' ', problems.Values));
    }

    /// <summary>Puts a script into a site's folder; it decides from the next question on.</summary>
    /// <param name="site">A site's NVTGC, or <c>default</c>.</param>
    /// <param name="lua">The text of its notify.lua.</param>
    public async Task ScriptAsync(string site, string lua)
    {
        if (site != "default")
            await SiteAsync(site);
        var folder = Path.Combine(home, "scripts", site);
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "notify.lua"), lua);
    }

    private Task<RequestTrail> TrailAsync(IllRequest request) => RequestTrail.ReadAsync(installation.Database, request.Transaction.TransactionNumber, CancellationToken.None);

    private static int Accept(WriteAnswer answer) => answer switch
    {
        WriteAnswer.Written written => written.TransactionNumber,
        WriteAnswer.Refused refused => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{refused.Field}: {refused.Message}")),
        // The user is there already.
        _ => 0,
    };
}
