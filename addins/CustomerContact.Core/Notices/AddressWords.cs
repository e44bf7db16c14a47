using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>What is wrong with an e-mail address. The words stand in AddressWords.resx.</summary>
internal static class AddressWords
{
    private static readonly RoomWords Words = new(typeof(AddressWords), kept: true);

    public static string NoAddress => Words.Text(nameof(NoAddress));

    public static string UnusableAddress(string fault) => Words.Text(nameof(UnusableAddress), fault);

    public static string UnusableGivenAddress(string fault) => Words.Text(nameof(UnusableGivenAddress), fault);

    public static string TypedAddress(string address, string fault) => Words.Text(nameof(TypedAddress), address, fault);

    public static string IsEmpty => Words.Text(nameof(IsEmpty));

    public static string HasNoAt => Words.Text(nameof(HasNoAt));

    public static string IsMoreThanOne => Words.Text(nameof(IsMoreThanOne));

    public static string HoldsAStrangeCharacter => Words.Text(nameof(HoldsAStrangeCharacter));

    public static string HoldsAnUnseenCharacter(string code) => Words.Text(nameof(HoldsAnUnseenCharacter), code);

    public static string HasTwoAts => Words.Text(nameof(HasTwoAts));

    public static string HasNothingBeforeItsAt => Words.Text(nameof(HasNothingBeforeItsAt));

    public static string IsTooLong => Words.Text(nameof(IsTooLong));

    public static string HasNoDomain => Words.Text(nameof(HasNoDomain));
}
