namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>Where the parts of a letter stand on a paper, in millimetres from the top left corner.</summary>
internal sealed record LetterFrame
{
    public required PaperSize Paper { get; init; }

    /// <summary>Lines of the address that the window shows; null where there is no window.</summary>
    public required int? WindowLines { get; init; }

    /// <summary>What the window shows of the page however the sheet slides in the envelope, for the test page; null where there is no window.</summary>
    public required PlacedBar? Window { get; init; }

    public required double Left { get; init; }
    public required double Right { get; init; }

    /// <summary>Top of the letterhead on the first page and of the running head on the others.</summary>
    public required double HeadTop { get; init; }

    /// <summary>Baseline of the one-line return address above the recipient; null where the envelope carries it in print.</summary>
    public required double? ReturnLine { get; init; }

    public required double AddressLeft { get; init; }
    public required double AddressTop { get; init; }
    public required double AddressWidth { get; init; }
    public required double SideLeft { get; init; }
    public required double SideTop { get; init; }
    public required double BodyTop { get; init; }

    /// <summary>Top of the text on the second and later pages.</summary>
    public required double NextTop { get; init; }

    public required double BodyBottom { get; init; }

    /// <summary>Baseline of the last line of the foot.</summary>
    public required double FootLine { get; init; }

    /// <summary>Short marks at the left edge that show where to fold.</summary>
    public required IReadOnlyList<double> FoldMarks { get; init; }

    public double TextWidth => Right - Left;

    /// <summary>
    /// Form B of DIN 5008:2020 for window envelopes DL and C6/5 (window 45 x 90 mm after DIN 680): left margin 25, right margin 20;
    /// address field 85 x 45 at 20/45, inset 5, its recipient zone 27.3 high at 62.7, the return address in the 17.7 above it;
    /// information block from 125/50; text from 98.46; fold marks at 105 and 210. Head and foot stand in the margins it leaves free.
    /// </summary>
    public static LetterFrame Dl { get; } = new()
    {
        Paper = PaperSize.A4,
        WindowLines = 6,
        Window = new(20, 45, 85, 45),
        Left = 25,
        Right = 190,
        HeadTop = 15,
        ReturnLine = 60.5,
        AddressLeft = 25,
        AddressTop = 62.7,
        AddressWidth = 80,
        SideLeft = 125,
        SideTop = 50,
        BodyTop = 98.46,
        NextTop = 32,
        BodyBottom = 270,
        FootLine = 283,
        FoldMarks = [105, 210],
    };

    /// <summary>
    /// A4 folded once for a C5 envelope of 162 x 229 mm, whose usual window is 45 x 90 mm, 20 from the left and 60 from the bottom.
    /// The sheet of 148.5 slides 13.5 up and down, so that 57 to 88.5 mm of the page are always seen: a return address and five lines.
    /// </summary>
    public static LetterFrame C5 { get; } = Dl with { WindowLines = 5, Window = new(20, 57, 85, 31.5), ReturnLine = 60, AddressTop = 62, FoldMarks = [148.5] };

    /// <summary>
    /// US Letter folded in three for a #10 envelope, whose usual window is 4.5 x 1.125 in, 0.875 in from the left and 0.5 in from the
    /// bottom of its 9.5 x 4.125 in: resting on the bottom it shows 51.9 to 80.4 mm of the page, and, wherever the page slides
    /// sideways, 22.2 to 111 mm of its width. Six lines from 53 fit. Margins of 1 in; text below the first fold at 93.1.
    /// </summary>
    public static LetterFrame Us10 { get; } = new()
    {
        Paper = PaperSize.Letter,
        WindowLines = 6,
        Window = new(22.2, 51.9, 88.8, 28.5),
        Left = 25.4,
        Right = 190.5,
        HeadTop = 14,
        ReturnLine = null,
        AddressLeft = 25.4,
        AddressTop = 53,
        AddressWidth = 85,
        SideLeft = 128,
        SideTop = 43,
        BodyTop = 98,
        NextTop = 31,
        BodyBottom = 253,
        FootLine = 266,
        FoldMarks = [],
    };

    /// <summary>The frame of a style: its envelope's, with the address moved by the offsets.</summary>
    public static LetterFrame Of(LetterStyle style)
    {
        var frame = style.Envelope.Frame;
        return frame with
        {
            AddressLeft = frame.AddressLeft + style.OffsetXMm,
            AddressTop = frame.AddressTop + style.OffsetYMm,
            ReturnLine = frame.ReturnLine + style.OffsetYMm,
        };
    }

    /// <summary>The same without a window: nothing is kept clear for one, and no fold is marked.</summary>
    public LetterFrame WithoutWindow() => this with { WindowLines = null, Window = null, ReturnLine = null, FoldMarks = [] };
}
