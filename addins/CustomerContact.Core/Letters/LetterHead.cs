using System.Collections.Immutable;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>The upper part of a letter's first page: whose letter it is, to whom it goes, of which day.</summary>
internal static class LetterHead
{
    private const double RuleThickness = 0.8;

    /// <summary>Lines and rules of the head, and the first free height below it in points.</summary>
    public static PagePart Of(Letter letter, LetterFrame frame, Typesetter type)
    {
        var name = Name(letter, frame, type);
        var side = Side(letter, frame, type, name.Bottom);
        var address = Address(letter, frame, type);
        return name.With(side).With(address).With(ReturnAddress(letter, frame, type));
    }

    /// <summary>The lines of the address at the largest of its sizes at which the window shows all of them, else at the smallest.</summary>
    public static IReadOnlyList<SetLine> AddressLines(Letter letter, LetterFrame frame, Typesetter type)
    {
        var width = Typesetter.Points(frame.AddressWidth);
        var set = AddressSizes.Select(look => letter.RecipientLines.SelectMany(line => type.Lines(BodyFlow.OneLine(line), look, width)).ToList());
        return set.FirstOrDefault(lines => lines.Count == 0 || lines.Count <= WindowLines(frame, lines[0].Look))
            ?? [.. letter.RecipientLines.SelectMany(line => type.Lines(BodyFlow.OneLine(line), AddressSizes[^1], width))];
    }

    /// <summary>As many lines as the window shows at the most, in the smallest type; null where there is no window.</summary>
    public static int? MostWindowLines(LetterFrame frame) => frame.WindowLines is null ? null : WindowLines(frame, AddressSizes[^1]);

    // Postal services read machine type from 8 points up.
    private static ImmutableArray<TextLook> AddressSizes { get; }
        = [.. new[] { 1, 0.9, 0.8 }.Select(scale => TextLook.Address with { Size = TextLook.Address.Size * scale, Leading = TextLook.Address.Leading * scale })];

    private static int WindowLines(LetterFrame frame, TextLook look)
        => frame.WindowLines is { } usual ? (int)(usual * TextLook.Address.Leading / look.Leading + 1e-9) : int.MaxValue;

    private static PagePart Name(Letter letter, LetterFrame frame, Typesetter type)
    {
        var (left, width) = (Typesetter.Points(frame.Left), Typesetter.Points(frame.TextWidth));
        var lines = PagePart.Stack(type.Lines(BodyFlow.OneLine(letter.SenderName), TextLook.LibraryName, width), left, width, Typesetter.Points(frame.HeadTop));
        var y = lines.Bottom + 5;
        return lines with { Rules = [new(left, y, left + width, RuleThickness)], Bottom = y };
    }

    private static PagePart Side(Letter letter, LetterFrame frame, Typesetter type, double above)
    {
        var (left, width) = (Typesetter.Points(frame.SideLeft), Typesetter.Points(frame.Right - frame.SideLeft));
        var top = Math.Max(Typesetter.Points(frame.SideTop), above + TextLook.SenderLine.Leading);
        var sender = letter.SenderLines.SelectMany(line => type.Lines(BodyFlow.OneLine(line), TextLook.SenderLine, width)).ToList();
        var date = type.Lines(BodyFlow.OneLine(letter.DateLine), TextLook.Date, width);
        // The first line, a street, sets the edge: telephone and date have no direction of their own, an e-mail address has another.
        var flushRight = (sender.Count > 0 ? sender : date) is [{ RightToLeft: true }, ..];
        var lines = PagePart.Stack(sender, left, width, top, flushRight);
        var gap = lines.Lines.IsEmpty ? 0 : TextLook.Date.Leading * 0.7;
        return lines.With(PagePart.Stack(date, left, width, lines.Bottom + gap, flushRight));
    }

    private static PagePart Address(Letter letter, LetterFrame frame, Typesetter type)
    {
        // One edge for the whole block, that of most lines: a country in Latin letters stands below its Hebrew address, a Hebrew name above a Latin one.
        var lines = AddressLines(letter, frame, type);
        return PagePart.Stack(lines, Typesetter.Points(frame.AddressLeft), Typesetter.Points(frame.AddressWidth),
            Typesetter.Points(frame.AddressTop), ReadsFromRight(lines));
    }

    private static bool ReadsFromRight(IReadOnlyList<SetLine> lines) => lines.Count > 0 && lines.Count(line => line.RightToLeft) * 2 >= lines.Count;

    // The name and as many of the sender's lines as stand beside it in one line, of a long name the lines alone: a letter that
    // cannot be delivered comes back.
    private static PagePart ReturnAddress(Letter letter, LetterFrame frame, Typesetter type)
    {
        if (frame.ReturnLine is not { } baseline || letter.SenderLines.Count == 0)
            return PagePart.Empty;
        var width = Typesetter.Points(frame.AddressWidth);
        var (name, lines) = (BodyFlow.OneLine(letter.SenderName), letter.SenderLines.Select(BodyFlow.OneLine).ToList());
        var heads = Enumerable.Range(0, lines.Count).Select(drop => lines.SkipLast(drop)).ToList();
        var set = heads.Select(head => head.Prepend(name)).Concat(heads)
            .Select(parts => type.Lines(string.Join(" \u00B7 ", parts.Where(part => part.Length > 0)), TextLook.ReturnLine, width))
            .FirstOrDefault(fitting => fitting.Count == 1) ?? type.FirstLines(name, TextLook.ReturnLine, width, 1);
        if (set.Count == 0)
            return PagePart.Empty;
        var (left, y) = (Typesetter.Points(frame.AddressLeft), Typesetter.Points(baseline));
        var part = PagePart.Stack(set, left, width, y - TextLook.ReturnLine.Ascent);
        return part with { Rules = [new(left, y + 2.5, left + width, 0.3)] };
    }
}
