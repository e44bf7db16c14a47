using System.Security.Cryptography;
using System.Text;
using IllAddins.CustomerContact.Core.Letters;

namespace IllAddins.Tests.Letters;

/// <summary>What is drawn was read back by an independent reader (zbarimg) when these figures were taken; after any change it must be read again.</summary>
public sealed class CodeTests
{
    [Theory]
    [InlineData(481675, "11010011100111011101101001110110011000010010111010111101100011101011")]
    [InlineData(12345, "1101001110010110011100100010110001011110111011011100100111010110001100011101011")]
    public void A_number_becomes_the_bars_of_code_128(int number, string bars) => Assert.Equal(bars, Bits(Code128.Of(number)));

    [Fact]
    public void Every_pair_of_digits_has_bars_of_its_own_with_an_even_number_of_dark_modules()
    {
        var symbols = Enumerable.Range(0, 100).Select(pair => Bits(Code128.Of(1000 + pair))[22..33]).ToList();

        Assert.Equal(100, symbols.Distinct().Count());
        Assert.All(symbols, symbol => Assert.Equal(0, symbol.Count(module => module == '1') % 2));
        Assert.Equal("2d825240755487704ffdcbf666743b7491c8281e777f8141e5838f2047292214", Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(symbols)))));
    }

    [Theory]
    [InlineData(7, 46)]
    [InlineData(42, 46)]
    [InlineData(123, 68)]
    [InlineData(int.MaxValue, 90)]
    public void Two_digits_share_a_symbol(int number, int modules) => Assert.Equal(modules, Code128.Of(number).Columns);

    /// <summary>The example of ISO/IEC 18004, annex I: 01234567 in version 1-M.</summary>
    [Fact]
    public void The_words_of_a_QR_code_are_those_of_the_standards_example()
    {
        byte[] words = [0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11];

        Assert.Equal(words, QrCode.Words("01234567"));
        Assert.Equal([0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55], QrCorrection.Of(words, 10));
    }

    [Fact]
    public void A_QR_code_is_drawn_as_the_reader_has_read_it()
    {
        const string Drawn = """
            111111100110001111111
            100000100011101000001
            101110101110101011101
            101110101000101011101
            101110101000101011101
            100000101111001000001
            111111101010101111111
            000000001110000000000
            101111100101001111100
            010010011001111000010
            011111111110101100000
            010010001111111000001
            000100100110100100111
            000000001000100101010
            111111100111010010101
            100000101010000110110
            101110101011010010100
            101110101011111001000
            101110101100101100000
            100000100101111001010
            111111101010100100100
            """;

        Assert.Equal(Drawn.ReplaceLineEndings("\n"), string.Join('\n', Bits(QrCode.Of(481675)).Chunk(QrCode.Side).Select(row => new string(row))));
    }

    private static string Bits(CodePicture picture) => string.Concat(picture.Dark.Select(dark => dark ? '1' : '0'));
}
