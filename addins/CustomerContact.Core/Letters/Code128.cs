using System.Collections.Immutable;
using System.Globalization;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>Code 128 (ISO/IEC 15417) of a number: two digits in each symbol of set C, the odd last one in set B.</summary>
public static class Code128
{
    private const int CodeB = 100, StartB = 104, StartC = 105, Stop = 106, Modulus = 103;

    // Widths of bars and spaces in turn, by the symbol's value.
    private static readonly ImmutableArray<string> Symbols =
    [
        "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312", "231212",
        "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212", "223112", "312131",
        "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
        "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131", "113123", "113321", "133121",
        "313121", "211331", "231131", "213113", "213311", "213131", "311123", "311321", "331121", "312113", "312311", "332111",
        "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
        "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242", "121142", "121241", "114212",
        "124112", "124211", "411212", "421112", "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113",
        "114311", "411113", "411311", "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
    ];

    /// <summary>The code of a number.</summary>
    /// <param name="number">0 or more.</param>
    public static CodePicture Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        var widths = string.Concat(Values(number.ToString(CultureInfo.InvariantCulture)).Select(value => Symbols[value]));
        ImmutableArray<bool> dark = [.. widths.SelectMany((width, i) => Enumerable.Repeat(i % 2 == 0, width - '0'))];
        return new(dark.Length, dark);
    }

    /// <summary>The symbols of digits by value, with start, check and stop.</summary>
    internal static ImmutableArray<int> Values(string digits)
    {
        var values = ImmutableArray.CreateBuilder<int>();
        values.Add(digits.Length == 1 ? StartB : StartC);
        for (var i = 0; i + 1 < digits.Length; i += 2)
            values.Add((digits[i] - '0') * 10 + digits[i + 1] - '0');
        if (digits.Length % 2 == 1)
        {
            if (digits.Length > 1)
                values.Add(CodeB);
            values.Add(digits[^1] - ' ');
        }
        values.Add(values.Select((value, i) => value * Math.Max(1, i)).Sum() % Modulus);
        values.Add(Stop);
        return values.ToImmutable();
    }
}
