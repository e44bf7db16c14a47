using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.ContactForm.Mends;

/// <summary>What is asked and answered where staff mend an address, a method, a hold or a notice. The words stand in MendWords.resx.</summary>
internal static class MendWords
{
    private static readonly RoomWords Words = new(typeof(MendWords));

    public static string FixAddress => Words.Text(nameof(FixAddress));

    public static string NothingToMend => Words.Text(nameof(NothingToMend));

    public static string SeveralCustomers => Words.Text(nameof(SeveralCustomers));

    public static string EMailAddress => Words.Text(nameof(EMailAddress));

    public static string AddressHelp => Words.Text(nameof(AddressHelp));

    public static string SaveAndSend => Words.Text(nameof(SaveAndSend));

    public static string AddressNotSaved => Words.Text(nameof(AddressNotSaved));

    public static string AddressSaved => Words.Text(nameof(AddressSaved));

    public static string OfAnotherCustomer => Words.Text(nameof(OfAnotherCustomer));

    public static string CustomerPhone(string customer, string number) => Words.Text(nameof(CustomerPhone), customer, number);

    public static string OneRequestOf(string customer) => Words.Text(nameof(OneRequestOf), customer);

    public static string RequestsOf(string customer, int requests) => Words.Text(nameof(RequestsOf), customer, requests);

    public static string DecidedAnew => Words.Text(nameof(DecidedAnew));

    public static string ToBeSentAgain(int mails) => Words.Count(nameof(ToBeSentAgain), mails);

    public static string NothingToSendAgain => Words.Text(nameof(NothingToSendAgain));

    public static string MarkedDelivered(int mails) => Words.Count(nameof(MarkedDelivered), mails);

    public static string NothingDelivered => Words.Text(nameof(NothingDelivered));

    public static string Cancelled(int mails) => Words.Count(nameof(Cancelled), mails);

    public static string NothingCancelled => Words.Text(nameof(NothingCancelled));

    public static string NotDone(string reason) => Words.Text(nameof(NotDone), reason);

    public static string NotDoneBadAddress(string problem) => Words.Text(nameof(NotDoneBadAddress), problem);

    public static string NotDoneNoMail(long notice) => Words.Text(nameof(NotDoneNoMail), notice);

    public static string NoMailMade => Words.Text(nameof(NoMailMade));

    public static string NoSuchMail => Words.Text(nameof(NoSuchMail));

    public static string EMailAlready => Words.Text(nameof(EMailAlready));

    public static string PhoneAlready => Words.Text(nameof(PhoneAlready));

    public static string MailAlready => Words.Text(nameof(MailAlready));

    public static string NoPhoneNumber => Words.Text(nameof(NoPhoneNumber));

    public static string NoPostalAddress => Words.Text(nameof(NoPostalAddress));

    public static string RecordGone => Words.Text(nameof(RecordGone));

    public static string NoMethodChanged => Words.Text(nameof(NoMethodChanged));

    public static string MethodChanged(int customers, string method) => Words.Count(nameof(MethodChanged), customers, method);

    public static string EMail => Words.Text(nameof(EMail));

    public static string Phone => Words.Text(nameof(Phone));

    public static string Mail => Words.Text(nameof(Mail));

    public static string NothingReleased => Words.Text(nameof(NothingReleased));

    public static string Released(int requests) => Words.Count(nameof(Released), requests);

    public static string SendFailedAgain => Words.Text(nameof(SendFailedAgain));

    public static string FailedOf(string sites) => Words.Text(nameof(FailedOf), sites);

    public static string OneSite(string site) => Words.Text(nameof(OneSite), site);

    public static string AllSites => Words.Text(nameof(AllSites));

    public static string FailedFrom => Words.Text(nameof(FailedFrom));

    public static string FailedUntil => Words.Text(nameof(FailedUntil));

    public static string SendAgain => Words.Text(nameof(SendAgain));

    public static string NoTime => Words.Text(nameof(NoTime));

    public static string UntilBeforeFrom => Words.Text(nameof(UntilBeforeFrom));

    public static string NothingSentAgain => Words.Text(nameof(NothingSentAgain));

    public static string NoFailedToSend => Words.Text(nameof(NoFailedToSend));

    public static string FailedToSend(int mails) => Words.Count(nameof(FailedToSend), mails);
}
