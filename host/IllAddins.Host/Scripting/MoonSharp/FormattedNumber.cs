using System.Globalization;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>Writes fractions as C's printf does.</summary>
internal static class FormattedNumber
{
    /// <summary><c>%f</c></summary>
    public static string Fixed(double number, int precision, bool alternate, bool capital) =>
        Odd(number, capital) ?? number.ToString("F" + Digits(precision), CultureInfo.InvariantCulture) + (alternate && precision == 0 ? "." : "");

    /// <summary><c>%e</c></summary>
    public static string Scientific(double number, int precision, bool alternate, bool capital)
    {
        if (Odd(number, capital) is { } odd)
            return odd;
        var text = number.ToString("e" + Digits(precision), CultureInfo.InvariantCulture);
        var mark = text.IndexOf('e', StringComparison.Ordinal);
        var exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var written = text[..mark] + (alternate && precision == 0 ? "." : "") + "e" + (exponent < 0 ? "-" : "+") + Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
        return capital ? written.ToUpperInvariant() : written;
    }

    /// <summary><c>%g</c></summary>
    public static string General(double number, int precision, bool alternate, bool capital)
    {
        if (Odd(number, capital) is { } odd)
            return odd;
        var significant = Math.Max(precision, 1);
        var scientific = Scientific(number, significant - 1, alternate, capital: false);
        var mark = scientific.IndexOf('e', StringComparison.Ordinal);
        var exponent = int.Parse(scientific.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (exponent >= -4 && exponent < significant)
            return Trimmed(Fixed(number, significant - 1 - exponent, alternate, capital), alternate);
        var text = Trimmed(scientific[..mark], alternate) + scientific[mark..];
        return capital ? text.ToUpperInvariant() : text;
    }

    /// <summary><c>%a</c></summary>
    public static string Hexadecimal(double number, int precision, bool capital)
    {
        if (Odd(number, capital) is { } odd)
            return odd;
        var bits = BitConverter.DoubleToInt64Bits(number);
        var (fraction, exponent) = (bits & 0xf_ffff_ffff_ffff, (int)((bits >> 52) & 0x7ff));
        var lead = exponent == 0 ? 0L : 1L;
        if (precision is >= 0 and < 13)
        {
            var half = 1L << ((4 * (13 - precision)) - 1);
            fraction = (lead << 52) | fraction;
            fraction += half - 1 + ((fraction / (2 * half)) & 1);
            (lead, fraction) = (fraction >> 52, fraction & 0xf_ffff_ffff_ffff);
        }

        var digits = fraction.ToString("x13", CultureInfo.InvariantCulture);
        digits = precision < 0 ? digits.TrimEnd('0') : digits.PadRight(precision, '0')[..precision];
        var power = number == 0 ? 0 : (exponent == 0 ? 1 : exponent) - 1023;
        var text = $"{(bits < 0 ? "-" : "")}0x{lead}{(digits.Length > 0 ? "." : "")}{digits}p{(power < 0 ? "-" : "+")}{Math.Abs(power)}";
        return capital ? text.ToUpperInvariant() : text;
    }

    private static string Digits(int precision) => precision.ToString(CultureInfo.InvariantCulture);

    private static string? Odd(double number, bool capital)
    {
        if (double.IsFinite(number))
            return null;
        var text = double.IsNaN(number) ? "nan" : number < 0 ? "-inf" : "inf";
        return capital ? text.ToUpperInvariant() : text;
    }

    private static string Trimmed(string digits, bool alternate) =>
        alternate || !digits.Contains('.', StringComparison.Ordinal) ? digits : digits.TrimEnd('0').TrimEnd('.');
}
