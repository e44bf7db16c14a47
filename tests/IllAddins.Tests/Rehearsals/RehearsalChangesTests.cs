using IllAddins.Host.Rehearsals;

namespace IllAddins.Tests.Rehearsals;

public sealed class RehearsalChangesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    public static TheoryData<Foresight, Foresight, RehearsalChange> Cases => new()
    {
        { Goes(5), Goes(5), RehearsalChange.Same },
        { Goes(5), Goes(6), RehearsalChange.Later },
        { Goes(6), Goes(5), RehearsalChange.Earlier },
        { Goes(-9), Goes(0), RehearsalChange.Same },
        { Goes(-9), Goes(-5), RehearsalChange.Same },
        { Goes(-9), Goes(5), RehearsalChange.Later },
        { Goes(5), Goes(5, "B"), RehearsalChange.DifferentTemplate },
        { Goes(5), Goes(6, "B"), RehearsalChange.Later },
        { Goes(5), Stays(ForeseenAct.Hold), RehearsalChange.Held },
        { Stays(ForeseenAct.Hold), Goes(5), RehearsalChange.Earlier },
        { Stays(ForeseenAct.Fault), Goes(5), RehearsalChange.Earlier },
        { Stays(ForeseenAct.Fault), Stays(ForeseenAct.Hold), RehearsalChange.Same },
        { Stays(ForeseenAct.Fault), Stays(ForeseenAct.Fault), RehearsalChange.Fault },
        { Goes(5), Stays(ForeseenAct.Fault), RehearsalChange.Fault },
        { Stays(ForeseenAct.Staff), Stays(ForeseenAct.Staff), RehearsalChange.Same },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_first_difference_that_matters_counts(Foresight live, Foresight draft, RehearsalChange expected) =>
        Assert.Equal(expected, RehearsalChanges.Of(live, draft, Now));

    private static Foresight Goes(int minutes, string template = "A") => new()
    {
        Steps =
        [
            new ForeseenStep { Act = ForeseenAct.Route, At = Now.AddMinutes(minutes), Why = "" },
            new ForeseenStep { Act = ForeseenAct.Mail, At = Now.AddMinutes(minutes), Template = template, Why = "" },
        ],
    };

    private static Foresight Stays(ForeseenAct act) => new() { Steps = [new ForeseenStep { Act = act, Why = "" }] };
}
