using IllAddins.Host.Wording;

namespace IllAddins.Host.Requests;

/// <summary>What is wrong with what somebody entered into the record.</summary>
public static class RecordWords
{
    private static readonly RoomWords Words = new(typeof(RecordWords));

    public static string Date => Words.Text(nameof(Date));

    public static string FieldOfRequest => Words.Text(nameof(FieldOfRequest));

    public static string FoundAndExpected(string found, string expected) => Words.Text(nameof(FoundAndExpected), found, expected);

    public static string LockedField => Words.Text(nameof(LockedField));

    public static string LongValue(string start, int length) => Words.Text(nameof(LongValue), start, length);

    public static string NameOfField => Words.Text(nameof(NameOfField));

    public static string NameOfNoField => Words.Text(nameof(NameOfNoField));

    public static string NoSuchColumn => Words.Text(nameof(NoSuchColumn));

    public static string NoSuchField => Words.Text(nameof(NoSuchField));

    public static string NoValue => Words.Text(nameof(NoValue));

    public static string Nothing => Words.Text(nameof(Nothing));

    public static string Nul => Words.Text(nameof(Nul));

    public static string OneOf(string others, string last) => Words.Text(nameof(OneOf), others, last);

    public static string OpenField => Words.Text(nameof(OpenField));

    public static string Problem(string found, string expected) => Words.Text(nameof(Problem), found, expected);

    public static string ProblemOfColumn(string column, string found, string expected) => Words.Text(nameof(ProblemOfColumn), column, found, expected);

    public static string SiteThere => Words.Text(nameof(SiteThere));

    public static string StatusName => Words.Text(nameof(StatusName));

    public static string StatusOnOneLine => Words.Text(nameof(StatusOnOneLine));

    public static string TextWithoutNul => Words.Text(nameof(TextWithoutNul));

    public static string ValueOfNewRequest(string fields) => Words.Text(nameof(ValueOfNewRequest), fields);

    public static string ValueWhenLooked => Words.Text(nameof(ValueWhenLooked));

    public static string WholeNumber => Words.Text(nameof(WholeNumber));

    public static string YesOrNo => Words.Text(nameof(YesOrNo));
}
