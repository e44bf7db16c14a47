using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.Tests.Core;

public sealed class ContactFactsTests
{
    [Theory]
    [InlineData("Electronic")]
    [InlineData("E-mail")]
    [InlineData("E-MAIL")]
    [InlineData("email")]
    [InlineData("  via E-mail ")]
    public void Every_spelling_of_e_mail_is_electronic(string text) =>
        Assert.Equal(new NotificationMethod.Electronic(), NotificationMethod.From(text));

    [Theory]
    [InlineData("phone")]
    [InlineData("via Phone")]
    [InlineData("Telephone\t")]
    public void Every_spelling_of_phone_is_phone(string text) => Assert.Equal(new NotificationMethod.Phone(), NotificationMethod.From(text));

    [Theory]
    [InlineData("MAIL")]
    [InlineData("via mail")]
    [InlineData("Letter")]
    public void Every_spelling_of_mail_is_mail(string text) => Assert.Equal(new NotificationMethod.Mail(), NotificationMethod.From(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_method_is_none(string? text) => Assert.Equal(new NotificationMethod.None(), NotificationMethod.From(text));

    [Fact]
    public void Any_other_method_is_unknown_and_kept_as_found() =>
        Assert.Equal(new NotificationMethod.Unknown("Carrier pigeon"), NotificationMethod.From(" Carrier pigeon "));

    [Theory]
    [InlineData("hold for pickup")]
    [InlineData(" Hold for Pickup")]
    [InlineData("")]
    [InlineData(null)]
    public void An_item_is_held_for_pickup_when_it_says_so_or_nothing(string? text) =>
        Assert.Equal(new DeliveryWay.HoldForPickup(), DeliveryWay.From(text, "User.DeliveryMethod"));

    [Fact]
    public void An_unknown_delivery_method_names_its_field() => Assert.Equal(
        "unknown delivery method 'Drone' (User.LoanDeliveryMethod): Hold for Pickup and Mail to Address are known. Correct it there.",
        Assert.IsType<DeliveryWay.Unknown>((SomeFacts.Loan with { LoanDeliveryMethod = "Drone" }).Delivery).Reason);

    [Fact]
    public void A_loan_goes_where_the_users_loan_delivery_method_says() => Assert.Equal(
        new DeliveryWay.MailToAddress(),
        (SomeFacts.Loan with { LoanDeliveryMethod = "MAIL TO ADDRESS", TransactionDeliveryMethod = "Hold for Pickup" }).Delivery);

    [Fact]
    public void A_loan_without_it_goes_where_its_own_delivery_method_says() => Assert.Equal(
        new DeliveryWay.MailToAddress(),
        (SomeFacts.Loan with { LoanDeliveryMethod = " ", TransactionDeliveryMethod = "Mail to Address" }).Delivery);

    [Fact]
    public void The_users_article_delivery_method_says_nothing_about_loans() =>
        Assert.Equal(new DeliveryWay.HoldForPickup(), (SomeFacts.Loan with { UserDeliveryMethod = "Mail to Address" }).Delivery);

    [Fact]
    public void An_article_goes_where_its_own_delivery_method_says() => Assert.Equal(
        new DeliveryWay.HoldForPickup(),
        (SomeFacts.Article with { TransactionDeliveryMethod = "Hold for Pickup", UserDeliveryMethod = "Mail to Address" }).Delivery);

    [Fact]
    public void An_article_without_it_goes_where_the_users_delivery_method_says() => Assert.Equal(
        new DeliveryWay.MailToAddress(),
        (SomeFacts.Article with { UserDeliveryMethod = "Mail to Address", LoanDeliveryMethod = "Hold for Pickup" }).Delivery);

    [Fact]
    public void Statuses_are_compared_without_regard_to_case()
    {
        Assert.True(ContactStatuses.AwaitsContact("awaiting customer contact"));
        Assert.True(ContactStatuses.AwaitsContact("Awaiting Doc Del CUSTOMER Contact "));
        Assert.False(ContactStatuses.AwaitsContact("In Transit to Pickup Location"));
        Assert.False(ContactStatuses.AwaitsContact(null));
    }
}
