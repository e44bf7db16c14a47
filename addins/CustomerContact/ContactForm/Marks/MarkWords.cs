using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.ContactForm.Marks;

/// <summary>What is asked and answered where staff mark requests, or take an act back. The words stand in MarkWords.resx.</summary>
internal static class MarkWords
{
    private static readonly RoomWords Words = new(typeof(MarkWords));

    public static string AlsoOfThisCustomer(int items) => Words.Count(nameof(AlsoOfThisCustomer), items);

    public static string AlsoOfCustomers(int items, int customers) => Words.Count(nameof(AlsoOfCustomers), items, customers);

    public static string AndMoreItems(string shown, int items) => Words.Text(nameof(AndMoreItems), shown, items);

    public static string NotifiedViaPhone => Words.Text(nameof(NotifiedViaPhone));

    public static string NotifiedViaMail => Words.Text(nameof(NotifiedViaMail));

    public static string Reached => Words.Text(nameof(Reached));

    public static string Notified => Words.Text(nameof(Notified));

    public static string NothingTakenBack => Words.Text(nameof(NothingTakenBack));

    public static string TakenBack(int requests) => Words.Count(nameof(TakenBack), requests);

    public static string NoLongerKept => Words.Text(nameof(NoLongerKept));

    public static string OnlyBy(string staff) => Words.Text(nameof(OnlyBy), staff);

    public static string TakenBackAlready(string moment) => Words.Text(nameof(TakenBackAlready), moment);

    public static string AttemptGone => Words.Text(nameof(AttemptGone));

    public static string PhonedAgain(string staff) => Words.Text(nameof(PhonedAgain), staff);
}
