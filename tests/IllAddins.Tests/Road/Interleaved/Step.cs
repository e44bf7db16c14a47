using CsCheck;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Road.Interleaved;

/// <summary>One thing that happens at a library; a closed family.</summary>
public abstract record Step
{
    private Step()
    {
    }

    /// <summary>The sweeps run; the mail server does these things to the next mails.</summary>
    public sealed record Sweep(IReadOnlyList<ServerTurn> Turns) : Step
    {
        public override string ToString() => $"Sweep({string.Join(", ", Turns)})";
    }

    /// <summary>Somebody does something while a mail stands at a stage of its conversation.</summary>
    public sealed record Overtaken(SmtpStage Stage, StaffAct Act, int Request) : Step;

    /// <summary>The process dies while a mail stands at a stage; at the final dot, the server may have taken it.</summary>
    public sealed record Killed(SmtpStage Stage, bool Kept) : Step;

    /// <summary>Time goes by.</summary>
    public sealed record Rest(int Minutes) : Step;

    /// <summary>Somebody does something between two sweeps.</summary>
    public sealed record Between(StaffAct Act, int Request) : Step;

    private static readonly Gen<SmtpStage> Stages =
        Gen.OneOf(SmtpStage.Greeting, SmtpStage.Mail, SmtpStage.Rcpt, SmtpStage.Data, SmtpStage.Text, SmtpStage.FinalDot, SmtpStage.FinalDot, SmtpStage.FinalDot);

    private static readonly Gen<StaffAct> Acts = Gen.Enum<StaffAct>();

    private static readonly Gen<int> Requests = Gen.Int[0, InterleavedDesk.Requests - 1];

    /// <summary>Sequences of steps, short ones first when one is made small.</summary>
    public static readonly Gen<List<Step>> Sequences = Gen.Frequency(
        (4, Gen.OneOf(ServerTurn.All).List[0, 3].Select(Step (turns) => new Sweep(turns))),
        (3, Gen.Select(Acts, Requests, Step (act, request) => new Between(act, request))),
        (2, Gen.Select(Stages, Acts, Requests, Step (stage, act, request) => new Overtaken(stage, act, request))),
        (2, Gen.Select(Stages, Gen.Bool, Step (stage, kept) => new Killed(stage, kept))),
        (1, Gen.OneOf(1, 20, 90, 700, 3 * 24 * 60).Select(Step (minutes) => new Rest(minutes)))).List[1, 14];
}

/// <summary>What people do about a request and its notice.</summary>
public enum StaffAct
{
    SendAgain,
    Cancel,
    WasDelivered,
    FixAddressAndSendAgain,

    /// <summary>The patron is told by phone; the request moves on.</summary>
    MoveOn,

    /// <summary>The request comes back to the contact status: its patron is to be told once more.</summary>
    ComeBack,
    PreferPhone,
    PreferEMail,
    ChangeAddress,
}

/// <summary>What the mail server does to one mail.</summary>
/// <param name="Name">For whoever reads a failed case.</param>
/// <param name="Stage">Where.</param>
/// <param name="Act">What.</param>
public sealed record ServerTurn(string Name, SmtpStage Stage, SmtpAct Act)
{
    public static readonly ServerTurn[] All =
    [
        new("busy at the greeting", SmtpStage.Greeting, new SmtpAct.AnswerAndCut("421 busy")),
        new("sender refused", SmtpStage.Mail, new SmtpAct.Answer("550 5.7.1 not from you")),
        new("recipient refused", SmtpStage.Rcpt, new SmtpAct.Answer("550 5.1.1 no such user")),
        new("recipient later", SmtpStage.Rcpt, new SmtpAct.Answer("451 4.2.1 later")),
        new("cut at DATA", SmtpStage.Data, new SmtpAct.Cut()),
        new("text refused", SmtpStage.FinalDot, new SmtpAct.Answer("554 5.6.0 no")),
        new("text later", SmtpStage.FinalDot, new SmtpAct.Answer("452 4.3.1 later")),
        new("cut after the dot, not taken", SmtpStage.FinalDot, new SmtpAct.Cut()),
        new("cut after the dot, taken", SmtpStage.FinalDot, new SmtpAct.Cut().Keeping()),
        new("garbage after the dot, taken", SmtpStage.FinalDot, new SmtpAct.Garbage("hm\r\n").Keeping()),
    ];

    public override string ToString() => Name;
}
