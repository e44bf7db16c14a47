using IllAddins.Host.Addins;
using IllAddins.Tests.Architecture;

namespace IllAddins.Tests.Addins;

public sealed class PathPrefixTests : IDisposable
{
    private readonly AddinsOnDisk disk = new();

    public void Dispose() => disk.Dispose();

    [Theory]
    [InlineData("", "Letters declares the path ''; expected one segment of letters (A to Z), digits, '-' and '_', e.g. [assembly: PathPrefix(\"Letters\")]. Rebuild it with one.")]
    [InlineData("a/b", "Letters declares the path 'a/b'; expected one segment of letters (A to Z), digits, '-' and '_', e.g. [assembly: PathPrefix(\"Letters\")]. Rebuild it with one.")]
    [InlineData("Screens", "Letters declares the path '/Screens/', which the host keeps for itself. Rebuild it with another, e.g. [assembly: PathPrefix(\"Letters\")].")]
    [InlineData("addins", "Letters declares the path '/addins/', which the host keeps for itself. Rebuild it with another, e.g. [assembly: PathPrefix(\"Letters\")].")]
    public void A_path_that_no_add_in_can_have_is_refused_before_the_add_in_is_loaded(string prefix, string why)
    {
        disk.Write(new PaperAssembly { Name = "Letters", PathPrefix = prefix });

        Assert.Equal(why, Assert.IsType<PreflightAnswer.Unfit>(AddinPreflight.Examine(disk.Candidate("Letters"), HostFacts.OfThisProcess())).Why);
    }

    [Fact]
    public void A_path_is_read_without_loading()
    {
        disk.Write(new PaperAssembly { Name = "Letters", PathPrefix = "Letters-1" });

        Assert.Equal("Letters-1", Assert.IsType<PreflightAnswer.Fit>(AddinPreflight.Examine(disk.Candidate("Letters"), HostFacts.OfThisProcess())).Facts!.PathPrefix);
    }

    [Fact]
    public async Task Of_two_that_declare_one_path_the_second_is_refused()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.BuiltAddins, "WebPlatform")))
        {
            Directory.CreateDirectory(disk.Under("WebPlatform"));
            File.Copy(file, disk.Under("WebPlatform", Path.GetFileName(file)));
        }

        disk.Write(new PaperAssembly { Name = "Younger", PathPrefix = "illiadwebplatform" });
        var log = new ListeningLog();
        await using var roster = new AddinRoster(new AddinLimits(), TimeProvider.System, log);

        await roster.StartAllAsync(disk.Folder, (name, registrations) => new BareAddinHost(name, registrations, log), CancellationToken.None);

        Assert.Equal((new AddinState.Running(), 13, "ILLiadWebPlatform"), (roster.Entries[0].State, roster.Entries[0].Contributes.Endpoints, roster.Entries[0].PathPrefix));
        Assert.Equal(
            $"Younger declares the path '/illiadwebplatform/', which WebPlatform serves already. Remove '{disk.Under("Younger")}' or '{disk.Under("WebPlatform")}', or rebuild one of them with another path.",
            Assert.IsType<AddinState.Refused>(roster.Entries[1].State).Why);
        Assert.Equal(("WebPlatform", "ILLiadWebPlatform"), (Assert.Single(roster.Endpoints).Addin, roster.Endpoints[0].Prefix));
    }

    [Fact]
    public void Endpoints_that_could_not_be_told_apart_or_guarded_are_refused()
    {
        var registrations = new AddinRegistrations("Letters", TakenNames.None);
        var good = new HttpEndpoint
        {
            Name = "Letter",
            Method = "GET",
            Path = "letters/{number}",
            Guard = new EndpointGuard.Open(),
            AnswerAsync = (_, _) => Task.FromResult(new EndpointAnswer { ContentType = "text/plain" }),
        };
        registrations.Add(good);

        Assert.Equal("Letters registers two endpoints named 'letter'. Each endpoint of an add-in needs a name of its own; rename one.", Refusal(good with { Name = "letter", Path = "other" }));
        Assert.Equal("Letters registers the endpoint 'Again' at GET LETTERS/{id}, where its endpoint 'Letter' is. Choose another path.", Refusal(good with { Name = "Again", Path = "LETTERS/{id}" }));
        Assert.Equal("Letters registers the endpoint 'New' for the method 'get'. Expected one of GET, POST, PUT, PATCH, DELETE.", Refusal(good with { Name = "New", Method = "get" }));
        Assert.Equal("Letters registers the endpoint 'New', a POST that everybody may call. Guard it with a key or a sign-in.", Refusal(good with { Name = "New", Method = "POST" }));
        Assert.StartsWith("Letters registers the endpoint 'New' at '/letters/'. Expected segments of letters, ", Refusal(good with { Name = "New", Path = "/letters/" }), StringComparison.Ordinal);
        Assert.Equal(good, Assert.Single(registrations.Of<HttpEndpoint>()));

        string Refusal(HttpEndpoint endpoint) => Assert.Throws<InvalidOperationException>(() => registrations.Add(endpoint)).Message;
    }
}
