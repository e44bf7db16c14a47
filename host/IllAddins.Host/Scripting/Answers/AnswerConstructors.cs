using System.Globalization;
using IllAddins.Host.Scripting.Api;
using IllAddins.Host.Scripting.Waiting;
using NodaTime;

namespace IllAddins.Host.Scripting.Answers;

/// <summary>Every function that makes an answer; the sandbox has these and no others.</summary>
public static class AnswerConstructors
{
    private const string WaitType = "Wait";

    private static readonly ApiParameter Reason = new()
    {
        Name = "reason",
        Type = "string",
        Optional = true,
        Description = "Why, in a few words that staff read beside the decision.",
    };

    private static readonly ApiParameter TimeOfDay = new()
    {
        Name = "time",
        Type = "string",
        Description = "A time of day on the site's clock with hours and minutes, from \"00:00\" to \"23:59\".",
    };

    public static IReadOnlyList<AnswerConstructor> All { get; } =
    [
        Counted("Wait.Minutes", "Waits so many minutes from the arrival in transit.", 43_200, "minutes", false, count => new Wait.Minutes(count)),
        Counted("Wait.Hours", "Waits so many hours from the arrival in transit, whether the library is open or not.", 720, "hours", false, count => new Wait.Hours(count)),
        Counted("Wait.OpenHours", "Waits until the place has been open for so many hours since the arrival, by its calendar.", 720, "hours", false, count => new Wait.OpenHours(count)),
        Counted("Wait.OpenDays", "Waits until the place opens on the so-manieth open day after the day of arrival, by its calendar; 0 is the day of arrival itself.",
            30, "days", true, count => new Wait.OpenDays((int)count)),
        new()
        {
            Api = Function("Wait.Until", "Waits until the next such time on the site's clock, at or after the arrival.", WaitType, TimeOfDay),
            Example = "Wait.Until(\"08:30\")",
            Takes = "takes a time of day from \"00:00\" to \"23:59\"",
            Of = (time, _) => Time(time) is { } at ? new ScriptAnswer.Rest(new Wait.Until(at)) : null,
        },
        new()
        {
            Api = Function("Wait.NextOpening", "Waits until the place is open by its calendar; not at all where it is open at the arrival.", WaitType),
            Example = "Wait.NextOpening()",
            Takes = "takes nothing but a reason",
            Of = (_, _) => new ScriptAnswer.Rest(new Wait.NextOpening()),
        },
        new()
        {
            Api = Function("Wait.NextCourier", "Waits until the next courier has come, by the courier timetable of the pickup location or else of the site.", WaitType),
            Example = "Wait.NextCourier()",
            Takes = "takes nothing but a reason",
            Of = (_, _) => new ScriptAnswer.Rest(new Wait.NextCourier()),
        },
        new()
        {
            Api = Function("Wait.NotBefore", "Waits as the other wait says, and where that ends earlier in the day than the time, until that time of the same day.", WaitType,
                new ApiParameter { Name = "other", Type = WaitType, Description = "The wait that comes first." }, TimeOfDay),
            Example = "Wait.NotBefore(Wait.Hours(2), \"08:30\")",
            Takes = $"takes a wait (at most {MostNested} within each other) and a time of day from \"00:00\" to \"23:59\"",
            Of = (other, time) => other.Made?.Answer is ScriptAnswer.Rest rest && Depth(rest.Wait) < MostNested && Time(time) is { } at
                ? new ScriptAnswer.Rest(new Wait.NotBefore(rest.Wait, at))
                : null,
        },
        Worded("Hold", "Lets the request rest until staff release it.", "Hold", "reason", "Why, in words that tell staff what to do.", "Hold(\"check the box\")", false, why => new ScriptAnswer.Hold(why)),
        Worded("Template", "Chooses the notification template.", "Template", "name", "The template's name; capitals do not matter.",
            "Template(\"ILL Borrowing Loan Pickup\")", true, name => new ScriptAnswer.Template(name)),
        Worded("Suppress", "Sends no mail: the request stays where it is, and staff see the reason.", "Suppress", "reason", "Why, in words that tell staff what to do.",
            "Suppress(\"told at the desk\")", false, why => new ScriptAnswer.Suppress(why)),
    ];

    private const int MostNested = 8;

    /// <summary>Says that a group such as <c>Wait</c> has no such function.</summary>
    public static string Unknown(string group, string written)
    {
        var names = All.Where(one => one.Api.Name.StartsWith(group + ".", StringComparison.Ordinal)).Select(one => one.Api.Name[(group.Length + 1)..]);
        var nearest = NearestName.To(written, names);
        return $"{group}.{written} is no function." + (nearest is null ? "" : $" Did you mean {group}.{nearest}?");
    }

    private static AnswerConstructor Counted(string name, string description, int most, string unit, bool whole, Func<double, Wait> make) => new()
    {
        Api = Function(name, description, WaitType, new ApiParameter { Name = unit, Type = whole ? "integer" : "number", Description = $"0 to {most}." }),
        Example = $"{name}(2)",
        Takes = $"takes a {(whole ? "whole " : "")}number of {unit} from 0 to {most}",
        Of = (count, _) => count.IsNumber && count.Number >= 0 && count.Number <= most && (!whole || double.IsInteger(count.Number))
            ? new ScriptAnswer.Rest(make(count.Number))
            : null,
    };

    private static AnswerConstructor Worded(
        string name, string description, string type, string parameter, string meaning, string example, bool reason, Func<string, ScriptAnswer> make) => new()
        {
            Api = new ApiFunction
            {
                Name = name,
                Description = description,
                Parameters = [new ApiParameter { Name = parameter, Type = "string", Description = meaning }, .. reason ? new[] { Reason } : []],
                Returns = [type],
            },
            Example = example,
            Takes = $"takes a text that says {(reason ? "its" : "the")} {parameter}",
            HasReason = reason,
            Of = (text, _) => AnswerConstructor.Reason(text.Text) is { } words ? make(words) : null,
        };

    private static ApiFunction Function(string name, string description, string type, params IEnumerable<ApiParameter> parameters) => new()
    {
        Name = name,
        Description = description,
        Parameters = [.. parameters, Reason],
        Returns = [type],
    };

    private static LocalTime? Time(ScriptValue value) =>
        value.Text is { } text && TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new LocalTime(time.Hour, time.Minute)
            : null;

    private static int Depth(Wait wait) => wait is Wait.NotBefore before ? 1 + Depth(before.Other) : 1;
}
