using Dapper;
using IllAddins.Host.Data;
using IllAddins.Host.Requests;
using IllAddins.Host.Web;

namespace IllAddins.Tests.Web;

public sealed class StaffAccountsTests : IAsyncLifetime
{
    private const string Password = "seven small boats";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("illaddins-staff-");
    private readonly ManualClock clock = new(new DateTimeOffset(2026, 3, 3, 15, 0, 0, TimeSpan.Zero));
    private SqliteDatabase? database;

    private StaffAccounts Accounts => new(database!, clock);

    public async Task InitializeAsync()
    {
        database = SqliteDatabase.Open(Path.Combine(folder.FullName, "staff.db"));
        await Migrations.RunAsync(database, "host", RecordTables.Migrations, clock.GetUtcNow(), CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await database!.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_account_signs_in_with_its_password_in_any_case_of_its_name()
    {
        Assert.IsType<AddAccountAnswer.Added>(await AddAsync("Ann", "admin", Password));
        var account = await Accounts.VerifyAsync("aNN", Password, CancellationToken.None);
        Assert.Equal(("Ann", "admin"), (account!.UserName, account.Role));
        Assert.Null(await Accounts.VerifyAsync("ann", Password + " ", CancellationToken.None));
        Assert.Null(await Accounts.VerifyAsync("nobody", Password, CancellationToken.None));
    }

    [Fact]
    public async Task A_stored_password_is_a_hash_of_at_least_210000_rounds()
    {
        await AddAsync("ann", "staff", Password);
        await using var connection = await database!.OpenConnectionAsync();
        var stored = Convert.FromBase64String(await connection.QuerySingleAsync<string>("SELECT PasswordHash FROM Staff"));
        // Format 1 of ASP.NET's hasher: marker, pseudo-random function, rounds (big endian), salt length, salt, key.
        Assert.Equal(1, stored[0]);
        Assert.True(System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(stored.AsSpan(5)) >= 210_000);
    }

    [Theory]
    [InlineData("ann", "staff", "short one", "The password has 9 characters; it needs at least 10. Several words together make a good one.")]
    [InlineData("ann", "boss", Password, "There is no role 'boss'. Choose 'staff' or 'admin'.")]
    [InlineData(" ", "staff", Password, "The user name has 0 characters; it needs 1 to 64.")]
    [InlineData("ann lee", "staff", Password, "The user name 'ann lee' contains ' '. Use letters, digits and . _ - @ only.")]
    [InlineData("ann.at.the.desk", "staff", "Ann.at.the.desk", "The password is the user name. Choose another password.")]
    public async Task What_cannot_be_an_account_is_refused_in_words(string name, string role, string password, string words)
    {
        Assert.Equal(new AddAccountAnswer.Refused(words), await AddAsync(name, role, password));
        Assert.Empty(await Accounts.AllAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_name_that_differs_only_in_case_is_taken()
    {
        await AddAsync("ann", "staff", Password);
        Assert.Equal(
            new AddAccountAnswer.Refused("There is already an account 'ANN' (names are compared without regard to case). Choose another user name."),
            await AddAsync("ANN", "admin", "another long password"));
        Assert.Equal(["staff"], (await Accounts.AllAsync(CancellationToken.None)).Select(account => account.Role));
    }

    [Fact]
    public async Task Another_password_ends_the_sessions_and_another_role_leaves_the_password()
    {
        await AddAsync("Ann", "staff", Password);
        var before = await Accounts.FindAsync("ann", CancellationToken.None);
        Assert.Null(await Accounts.ChangeAsync("ANN", "admin", null, "root", CancellationToken.None));
        Assert.Equal(before! with { Role = "admin" }, await Accounts.VerifyAsync("ann", Password, CancellationToken.None));
        Assert.Null(await Accounts.ChangeAsync("ann", null, "another long password", "root", CancellationToken.None));
        Assert.Null(await Accounts.VerifyAsync("ann", Password, CancellationToken.None));
        Assert.NotEqual(before.Stamp, (await Accounts.VerifyAsync("ann", "another long password", CancellationToken.None))!.Stamp);
        Assert.Equal("The password has 3 characters; it needs at least 10. Several words together make a good one.", await Accounts.ChangeAsync("ann", null, "Ann", "root", CancellationToken.None));
    }

    private Task<AddAccountAnswer> AddAsync(string name, string role, string password) =>
        Accounts.AddAsync(name, role, password, AuditTrail.ByItself, CancellationToken.None);
}
