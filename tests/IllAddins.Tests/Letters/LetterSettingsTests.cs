using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Letters;

namespace IllAddins.Tests.Letters;

public sealed class LetterSettingsTests
{
    [Fact]
    public void Without_settings_letters_are_for_a_number_10_envelope_with_a_bar_code()
        => Assert.Equal(new LetterSettings(), Valid());

    [Theory]
    [InlineData("DL", "", "DL", "A4")]
    [InlineData("c5", "A4", "C5", "A4")]
    [InlineData("us10", "Letter", "US10", "Letter")]
    [InlineData("", "A4", "DL", "A4")]
    [InlineData("None", "", "None", "Letter")]
    [InlineData("none", "a4", "None", "A4")]
    public void An_envelope_brings_its_paper_and_a_paper_its_envelope(string envelope, string paper, string found, string foundPaper)
    {
        var style = Valid(("Letters:Envelope", envelope), ("Letters:Paper", paper)).Style;

        Assert.Equal((found, foundPaper), (style.Envelope.Name, style.Envelope.Paper.Name));
    }

    [Fact]
    public void A_site_has_settings_of_its_own_and_the_common_ones_for_the_rest()
    {
        var settings = Valid(
            ("Letters:Envelope", "DL"), ("Letters:OffsetX", "-2.5"), ("Letters:Sites:MAIN:Envelope", "C5"), ("Letters:Sites:LAW:Code", "QR"), ("Letters:Language", "pl"));

        Assert.Equal(("C5", -2.5, 0, CodeKind.Code128, "pl"), (settings.Style.Envelope.Name, settings.Style.OffsetXMm, settings.Style.OffsetYMm, settings.Style.Code, settings.Language));
    }

    [Fact]
    public void Everything_that_is_wrong_is_named_with_its_key_and_what_was_expected() => Assert.Equal(
        [
            "Letters:Paper is 'A3'; expected Letter or A4.",
            "Letters:Sites:MAIN:Envelope is 'DLX'; expected US10, DL, C5 or None.",
            "Letters:OffsetX is '2,5'; expected millimetres from -20 to 20, e.g. 2.5.",
            "Letters:OffsetY is '21'; expected millimetres from -20 to 20, e.g. 2.5.",
            "Letters:Code is 'Aztec'; expected Code128, QR or None.",
            "Letters:Language is 'English!'; expected a BCP 47 tag such as en or pt-BR.",
        ],
        Problems(
            ("Letters:Paper", "A3"), ("Letters:Sites:MAIN:Envelope", "DLX"), ("Letters:OffsetX", "2,5"), ("Letters:OffsetY", "21"), ("Letters:Code", "Aztec"), ("Letters:Language", "English!")));

    [Fact]
    public void An_envelope_and_a_paper_that_do_not_go_together_are_refused() => Assert.Equal(
        ["Letters:Envelope is 'US10', which takes Letter paper, and Letters:Paper is 'A4'. Remove Letters:Paper, or choose another envelope."],
        Problems(("Letters:Envelope", "US10"), ("Letters:Paper", "A4")));

    private static LetterSettings Valid(params (string Key, string Value)[] settings) => Assert.IsType<LetterSettingsReading.Valid>(Read(settings)).Settings;

    private static IReadOnlyList<string> Problems(params (string Key, string Value)[] settings) => Assert.IsType<LetterSettingsReading.Invalid>(Read(settings)).Problems;

    private static LetterSettingsReading Read((string Key, string Value)[] settings) =>
        LetterSettingsReading.Read(key => settings.FirstOrDefault(setting => setting.Key == key).Value, "MAIN");
}
