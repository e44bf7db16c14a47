using System.Globalization;
using MoonSharp.Interpreter;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>Reads and writes numbers as Lua does. The engine has fractions only, so a whole number is one that has no fraction.</summary>
internal static class LuaNumber
{
    /// <summary>Whole numbers up to here lie one apart.</summary>
    public const double MostExact = 9_007_199_254_740_992;

    public static string Text(double number) =>
        IsExact(number) ? ((long)number).ToString(CultureInfo.InvariantCulture) : FormattedNumber.General(number, 14, alternate: false, capital: false);

    /// <summary>Whether it is whole and small enough to be told from its neighbours.</summary>
    public static bool IsExact(double number) => double.IsInteger(number) && Math.Abs(number) < MostExact;

    public static long Clamp(double number) => number >= long.MaxValue ? long.MaxValue : number <= long.MinValue ? long.MinValue : (long)number;

    /// <summary>A number, or a text that stands for one; null for what is none.</summary>
    public static double? Of(DynValue value) => value.Type switch
    {
        DataType.Number => value.Number,
        DataType.String => Read(value.String),
        _ => null,
    };

    /// <summary>The number that a text stands for; null where it stands for none.</summary>
    public static double? Read(string text)
    {
        var digits = text.AsSpan().Trim(" \t\r\n\v\f");
        var negative = digits.Length > 0 && digits[0] == '-';
        var plain = digits.Length > 0 && digits[0] is '-' or '+' ? digits[1..] : digits;
        if (plain.Length == 0 || !(char.IsAsciiDigit(plain[0]) || plain[0] == '.'))
            return null;
        if (plain.Length > 1 && plain[0] == '0' && plain[1] is 'x' or 'X')
            return Hexadecimal(plain[2..]) is { } value ? negative ? -value : value : null;
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && plain is not "." ? number : null;
    }

    /// <summary>The number that a text stands for with another base; null where it stands for none.</summary>
    public static double? Read(string text, int numberBase)
    {
        var digits = text.AsSpan().Trim(" \t\r\n\v\f");
        var negative = digits.Length > 0 && digits[0] == '-';
        var value = 0.0;
        digits = negative ? digits[1..] : digits;
        foreach (var digit in digits)
        {
            var worth = char.IsAsciiDigit(digit) ? digit - '0' : char.IsAsciiLetter(digit) ? char.ToLowerInvariant(digit) - 'a' + 10 : int.MaxValue;
            if (worth >= numberBase)
                return null;
            value = (value * numberBase) + worth;
        }

        return digits.Length == 0 ? null : negative ? -value : value;
    }

    private static double? Hexadecimal(ReadOnlySpan<char> digits)
    {
        var (value, power, seen, at) = (0.0, 0, 0, 0);
        var point = false;
        for (; at < digits.Length && (char.IsAsciiHexDigit(digits[at]) || (digits[at] == '.' && !point)); at++)
        {
            if (digits[at] == '.')
            {
                point = true;
                continue;
            }

            (value, power, seen) = ((value * 16) + Convert.ToInt32(digits[at].ToString(), 16), point ? power - 4 : power, seen + 1);
        }

        if (at < digits.Length && digits[at] is 'p' or 'P')
        {
            if (!int.TryParse(digits[(at + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var more))
                return null;
            (power, at) = (power + more, digits.Length);
        }

        return seen > 0 && at == digits.Length ? Math.ScaleB(value, power) : null;
    }
}
