using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>What is wrong with a template's text. The words stand in TemplateWords.resx.</summary>
internal static class TemplateWords
{
    private static readonly RoomWords Words = new(typeof(TemplateWords), kept: true);

    public static string FaultIn(string template, string site, string complaint) => Words.Text(nameof(FaultIn), template, site, complaint);

    public static string EmptyBody(string template, string site) => Words.Text(nameof(EmptyBody), template, site);

    public static string FieldWithoutValue(string field, string failure) => Words.Text(nameof(FieldWithoutValue), field, failure);

    public static string NoSuchField(string field, string advice) => Words.Text(nameof(NoSuchField), field, advice);

    public static string DidYouMean(string field) => Words.Text(nameof(DidYouMean), field);

    public static string NoSimilarField => Words.Text(nameof(NoSimilarField));

    public static string At(string found, int line, int column, string part, string advice) => Words.Text(nameof(At), found, line, column, part, advice);

    public static string UnclosedTag(string field) => Words.Text(nameof(UnclosedTag), field);

    public static string CloseTag => Words.Text(nameof(CloseTag));

    public static string TagWithoutField(string inside) => Words.Text(nameof(TagWithoutField), inside);

    public static string WriteField => Words.Text(nameof(WriteField));

    public static string UnknownAttribute(string field, string attribute) => Words.Text(nameof(UnknownAttribute), field, attribute);

    public static string KnownAttribute => Words.Text(nameof(KnownAttribute));

    public static string MaxSizeTwice(string field) => Words.Text(nameof(MaxSizeTwice), field);

    public static string KeepOneMaxSize => Words.Text(nameof(KeepOneMaxSize));

    public static string BadMaxSize(string field, string size) => Words.Text(nameof(BadMaxSize), field, size);

    public static string AllowedMaxSize(int largest) => Words.Text(nameof(AllowedMaxSize), largest);

    public static string TextAfterField(string text, string field) => Words.Text(nameof(TextAfterField), text, field);

    public static string AllowedAfterField => Words.Text(nameof(AllowedAfterField));

    public static string FromName => Words.Text(nameof(FromName));

    public static string FromAddress => Words.Text(nameof(FromAddress));

    public static string ToName => Words.Text(nameof(ToName));

    public static string ToAddress => Words.Text(nameof(ToAddress));

    public static string CC => Words.Text(nameof(CC));

    public static string BCC => Words.Text(nameof(BCC));

    public static string Subject => Words.Text(nameof(Subject));

    public static string Body => Words.Text(nameof(Body));

    public static string HtmlBody => Words.Text(nameof(HtmlBody));
}
