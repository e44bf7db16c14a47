using System.Globalization;
using System.Text;
using MoonSharp.Interpreter;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary><c>string.format</c>.</summary>
internal static class FormatFunctions
{
    private const string Flags = "-+ #0";

    public static DynValue Format(Frame frame)
    {
        var format = frame.Text(1);
        var text = new StringBuilder(format.Length + 16);
        var place = 1;
        for (var at = 0; at < format.Length; at++)
        {
            if (format[at] != '%')
                text.Append(format[at]);
            else if (at + 1 < format.Length && format[at + 1] == '%')
                text.Append(format[++at]);
            else
                text.Append(Part(frame, Spec.Read(format, ref at), ++place));
            frame.Claim(text.Length);
        }

        return DynValue.NewString(text.ToString());
    }

    private static string Part(Frame frame, Spec spec, int place)
    {
        if (place > frame.Count)
            throw frame.Bad(place, "no value");
        return spec.Letter switch
        {
            'c' => spec.Pad(((char)(byte)frame.Whole(place)).ToString()),
            'd' or 'i' => spec.Whole(frame.Whole(place)),
            'o' or 'x' or 'X' => spec.Whole(frame.Whole(place)),
            'a' or 'A' => spec.Signed(FormattedNumber.Hexadecimal(frame.Number(place), spec.Precision ?? -1, spec.Letter == 'A')),
            'e' or 'E' => spec.Signed(FormattedNumber.Scientific(frame.Number(place), spec.Precision ?? 6, spec.Has('#'), spec.Letter == 'E')),
            'f' or 'F' => spec.Signed(FormattedNumber.Fixed(frame.Number(place), spec.Precision ?? 6, spec.Has('#'), spec.Letter == 'F')),
            'g' or 'G' => spec.Signed(FormattedNumber.General(frame.Number(place), spec.Precision ?? 6, spec.Has('#'), spec.Letter == 'G')),
            'q' => Quoted(frame, frame[place], spec),
            's' => spec.Pad(Cut(frame.Words(place), spec.Precision)),
            _ => throw spec.Invalid(),
        };
    }

    private static string Cut(string text, int? most) => most < text.Length ? text[..most.Value] : text;

    private static string Quoted(Frame frame, DynValue value, Spec spec)
    {
        if (spec.HasAny)
            throw new ScriptRuntimeException("specifier '%q' cannot have modifiers");
        return value.Type switch
        {
            DataType.String => Quoted(frame, value.String),
            DataType.Number => double.IsNaN(value.Number) ? "(0/0)" : double.IsInfinity(value.Number) ? value.Number > 0 ? "1e9999" : "-1e9999"
                : LuaNumber.IsExact(value.Number) ? LuaNumber.Text(value.Number) : FormattedNumber.Hexadecimal(value.Number, -1, capital: false),
            DataType.Nil or DataType.Void or DataType.Boolean => BasicFunctions.Words(value),
            _ => throw new ScriptRuntimeException("bad argument #2 to 'format' (value has no literal form)"),
        };
    }

    private static string Quoted(Frame frame, string text)
    {
        frame.Claim(5L * text.Length);
        var quoted = new StringBuilder(text.Length + 16).Append('"');
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter is '"' or '\\' or '\n')
                quoted.Append('\\').Append(letter);
            else if (letter is < ' ' or '\u007f')
                quoted.Append('\\').Append(((int)letter).ToString(at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) ? "000" : "0", CultureInfo.InvariantCulture));
            else
                quoted.Append(letter);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>What stands between a percent sign and its letter.</summary>
    private readonly record struct Spec(string Written, string Modes, int Width, int? Precision, char Letter)
    {
        public bool HasAny => Written.Length > 2;

        public bool Has(char flag) => Modes.Contains(flag, StringComparison.Ordinal);

        public static Spec Read(string format, ref int at)
        {
            var begun = at++;
            var modes = Take(format, ref at, Flags.Contains, 5);
            var width = Take(format, ref at, char.IsAsciiDigit, 2);
            int? precision = null;
            if (at < format.Length && format[at] == '.')
            {
                at++;
                var digits = Take(format, ref at, char.IsAsciiDigit, 2);
                precision = digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);
            }

            var end = Math.Min(at + 1, format.Length);
            return new Spec(format[begun..end], modes, width.Length == 0 ? 0 : int.Parse(width, CultureInfo.InvariantCulture), precision, at < format.Length ? format[at] : '\0');
        }

        public ScriptRuntimeException Invalid() => new($"invalid conversion '{Written}' to 'format'");

        public string Pad(string text) => Has('-') ? text.PadRight(Width) : text.PadLeft(Width);

        public string Whole(long value)
        {
            var digits = Letter switch
            {
                'x' => value.ToString("x", CultureInfo.InvariantCulture),
                'X' => value.ToString("X", CultureInfo.InvariantCulture),
                'o' => Convert.ToString(value, 8),
                _ => value < 0 ? value.ToString(CultureInfo.InvariantCulture)[1..] : value.ToString(CultureInfo.InvariantCulture),
            };
            digits = Precision == 0 && value == 0 ? "" : digits.PadLeft(Precision ?? 1, '0');
            if (Has('#') && value != 0)
                digits = (Letter is 'x' or 'X' ? "0" + Letter : Letter == 'o' ? "0" : "") + digits;
            return Filled(value < 0 && Letter is 'd' or 'i' ? "-" : Sign(), digits, zeros: Precision is null);
        }

        public string Signed(string text) => text[0] == '-'
            ? Filled("-", text[1..], char.IsAsciiDigit(text[1]))
            : Filled(Sign(), text, char.IsAsciiDigit(text[0]));

        private string Sign() => Letter is 'x' or 'X' or 'o' ? "" : Has('+') ? "+" : Has(' ') ? " " : "";

        private string Filled(string sign, string digits, bool zeros) =>
            zeros && Has('0') && !Has('-') ? sign + digits.PadLeft(Math.Max(0, Width - sign.Length), '0') : Pad(sign + digits);

        private static string Take(string format, ref int at, Func<char, bool> fits, int most)
        {
            var begun = at;
            while (at < format.Length && at - begun < most && fits(format[at]))
                at++;
            return format[begun..at];
        }
    }
}
