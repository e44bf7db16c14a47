using System.Globalization;
using IllAddins.CustomerContact.Core.Letters;

namespace IllAddins.CustomerContact.Letters;

/// <summary>How the letters of a site are printed.</summary>
public sealed record LetterSettings
{
    public LetterStyle Style { get; init; } = new() { Envelope = EnvelopeLayout.Us10, Code = CodeKind.Code128 };

    /// <summary>BCP 47 tag.</summary>
    public string Language { get; init; } = "en";
}

/// <summary>Settings as they were found: usable, or with everything that is wrong in words.</summary>
public abstract record LetterSettingsReading
{
    private LetterSettingsReading()
    {
    }

    public sealed record Valid(LetterSettings Settings) : LetterSettingsReading;

    /// <summary>One sentence for each problem, never empty.</summary>
    public sealed record Invalid(IReadOnlyList<string> Problems) : LetterSettingsReading;

    /// <summary>Reads the keys Letters:Envelope, Paper, OffsetX, OffsetY, Code and Language; a site's own stand under Letters:Sites:MAIN.</summary>
    /// <param name="setting">Gives the value of a key; null or white space means that it is not set.</param>
    /// <param name="site">The site's code.</param>
    public static LetterSettingsReading Read(Func<string, string?> setting, string site)
    {
        try
        {
            return ReadAll(setting, site);
        }
        catch (InvalidDataException unreadable)
        {
            return new Invalid([unreadable.Message]);
        }
    }

    private static LetterSettingsReading ReadAll(Func<string, string?> setting, string site)
    {
        var problems = new List<string>();
        var settings = new LetterSettings
        {
            Style = new LetterStyle
            {
                Envelope = Envelope(Value("Envelope"), Value("Paper"), problems),
                OffsetXMm = Offset(Value("OffsetX"), problems),
                OffsetYMm = Offset(Value("OffsetY"), problems),
                Code = Code(Value("Code"), problems),
            },
            Language = Language(Value("Language"), problems),
        };
        return problems.Count == 0 ? new Valid(settings) : new Invalid(problems);

        Found Value(string name) => Own($"Letters:Sites:{site}:{name}") ?? Own($"Letters:{name}") ?? new Found($"Letters:{name}", "");

        Found? Own(string key) => setting(key)?.Trim() is { Length: > 0 } text ? new Found(key, text) : null;
    }

    // The paper alone names the envelope that is usual for it; an envelope alone names its paper.
    private static EnvelopeLayout Envelope(Found envelope, Found paper, List<string> problems)
    {
        var size = PaperSize.Named(paper.Text.Length == 0 ? PaperSize.Letter.Name : paper.Text);
        if (size is null)
            problems.Add(LetterSettingWords.BadPaper(paper.Key, paper.Text));
        if (envelope.Text.Length == 0)
            return size == PaperSize.A4 ? EnvelopeLayout.Dl : EnvelopeLayout.Us10;
        var layouts = EnvelopeLayout.Named(envelope.Text);
        if (layouts.Count == 0)
            problems.Add(LetterSettingWords.BadEnvelope(envelope.Key, envelope.Text));
        else if (paper.Text.Length > 0 && size is not null && layouts.All(layout => layout.Paper != size))
            problems.Add(LetterSettingWords.EnvelopeOfOtherPaper(envelope.Key, layouts[0].Name, layouts[0].Paper.Name, paper.Key, paper.Text));
        return layouts.FirstOrDefault(layout => layout.Paper == size) ?? (layouts is [var any, ..] ? any : EnvelopeLayout.Us10);
    }

    private static double Offset(Found offset, List<string> problems)
    {
        if (offset.Text.Length == 0)
            return 0;
        if (double.TryParse(offset.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var millimetres)
            && Math.Abs(millimetres) <= LetterStyle.FarthestOffsetMm)
            return millimetres;
        problems.Add(LetterSettingWords.BadOffset(offset.Key, offset.Text, LetterStyle.FarthestOffsetMm));
        return 0;
    }

    private static CodeKind Code(Found code, List<string> problems)
    {
        switch (code.Text.ToUpperInvariant())
        {
            case "" or "CODE128": return CodeKind.Code128;
            case "QR": return CodeKind.QR;
            case "NONE": return CodeKind.None;
            default:
                problems.Add(LetterSettingWords.BadCode(code.Key, code.Text));
                return CodeKind.None;
        }
    }

    private static string Language(Found language, List<string> problems)
    {
        if (language.Text.Length == 0)
            return "en";
        if (!LanguageTag.Is(language.Text))
            problems.Add(LetterSettingWords.BadLanguage(language.Key, language.Text));
        return language.Text;
    }

    private sealed record Found(string Key, string Text);
}
