using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>What the commands about e-mails, marks and mends are called, and what they do. The words stand in RibbonWords.resx.</summary>
internal static class RibbonWords
{
    private static readonly RoomWords Words = new(typeof(RibbonWords));

    public static string SendEMail => Words.Text(nameof(SendEMail));

    public static string SendEMailHelp => Words.Text(nameof(SendEMailHelp));

    public static string SelectForEMail => Words.Text(nameof(SelectForEMail));

    public static string FixAddress => Words.Text(nameof(FixAddress));

    public static string FixAddressHelp => Words.Text(nameof(FixAddressHelp));

    public static string SendAgain => Words.Text(nameof(SendAgain));

    public static string SendAgainHelp => Words.Text(nameof(SendAgainHelp));

    public static string WasDelivered => Words.Text(nameof(WasDelivered));

    public static string WasDeliveredHelp => Words.Text(nameof(WasDeliveredHelp));

    public static string CancelNotice => Words.Text(nameof(CancelNotice));

    public static string CancelNoticeHelp => Words.Text(nameof(CancelNoticeHelp));

    public static string SendFailedAgain => Words.Text(nameof(SendFailedAgain));

    public static string SendFailedAgainHelp => Words.Text(nameof(SendFailedAgainHelp));

    public static string TestSend => Words.Text(nameof(TestSend));

    public static string TestSendHelp => Words.Text(nameof(TestSendHelp));

    public static string NotifiedViaPhone => Words.Text(nameof(NotifiedViaPhone));

    public static string NotifiedViaMail => Words.Text(nameof(NotifiedViaMail));

    public static string NotifiedViaPhoneHelp(string status) => Words.Text(nameof(NotifiedViaPhoneHelp), status);

    public static string NotifiedViaMailHelp(string status) => Words.Text(nameof(NotifiedViaMailHelp), status);

    public static string SelectForPhone => Words.Text(nameof(SelectForPhone));

    public static string SelectForMail => Words.Text(nameof(SelectForMail));

    public static string LeftMessage => Words.Text(nameof(LeftMessage));

    public static string NoAnswer => Words.Text(nameof(NoAnswer));

    public static string NotReachedHelp => Words.Text(nameof(NotReachedHelp));

    public static string SelectPhoned => Words.Text(nameof(SelectPhoned));

    public static string ReleaseHold => Words.Text(nameof(ReleaseHold));

    public static string ReleaseHoldHelp => Words.Text(nameof(ReleaseHoldHelp));

    public static string SelectHeld => Words.Text(nameof(SelectHeld));

    public static string SwitchToPhone => Words.Text(nameof(SwitchToPhone));

    public static string SwitchToMail => Words.Text(nameof(SwitchToMail));

    public static string SwitchToEMail => Words.Text(nameof(SwitchToEMail));

    public static string SwitchHelp => Words.Text(nameof(SwitchHelp));

    public static string SelectToSwitch => Words.Text(nameof(SelectToSwitch));
}
