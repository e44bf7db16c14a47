using IllAddins.Host.Requests;

namespace IllAddins.Tests.Requests;

public sealed class PickupPlaceTests
{
    private static readonly Dictionary<string, object?> Transaction = new() { ["ItemInfo4"] = " Desk 4 ", ["Location"] = null, ["OriginalTN"] = 12 };
    private static readonly Dictionary<string, object?> User = new() { ["Site"] = "Annex", ["NVTGC"] = "MAIN" };

    [Theory]
    [InlineData("User.Site", "Annex")]
    [InlineData("user.Site", "Annex")]
    [InlineData("User.NVTGC", "MAIN")]
    [InlineData("Transaction.ItemInfo4", "Desk 4")]
    [InlineData("Transaction.OriginalTN", "12")]
    [InlineData("Transaction.Location", "MAIN")]
    [InlineData("Transaction.NoSuchField", "MAIN")]
    public void It_is_the_sites_field_or_else_the_users_site(string field, string expected) =>
        Assert.Equal(expected, PickupPlace.Of(field, Transaction, User));

    [Fact]
    public void It_is_empty_where_the_user_has_no_site_either() =>
        Assert.Equal("", PickupPlace.Of("Transaction.Location", Transaction, new Dictionary<string, object?>()));
}
