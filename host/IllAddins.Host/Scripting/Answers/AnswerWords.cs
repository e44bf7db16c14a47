using System.Diagnostics;
using System.Globalization;
using IllAddins.Host.Scripting.Waiting;
using NodaTime;
using NodaTime.Text;

namespace IllAddins.Host.Scripting.Answers;

/// <summary>Writes an answer as a script would.</summary>
public static class AnswerWords
{
    /// <summary>Why nothing can be read from an answer.</summary>
    public const string NoFields = "an answer such as Wait.Hours(2) has no fields";

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>E.g. <c>Wait.Until("08:30")</c> or <c>Template("Law pickup")</c>.</summary>
    public static string Of(ScriptAnswer answer) => answer switch
    {
        ScriptAnswer.Rest rest => Of(rest.Wait),
        ScriptAnswer.Hold hold => $"Hold(\"{hold.Why}\")",
        ScriptAnswer.Template template => $"Template(\"{template.Name}\")",
        ScriptAnswer.Suppress suppress => $"Suppress(\"{suppress.Why}\")",
        ScriptAnswer.Unusable unusable => $"a {unusable.LuaType}",
        ScriptAnswer.Value value => Convert.ToString(value.Content, CultureInfo.InvariantCulture) ?? "nil",
        _ => throw new UnreachableException(),
    };

    /// <summary>E.g. <c>Wait.NotBefore(Wait.Hours(2), "08:30")</c>.</summary>
    public static string Of(Wait wait) => wait switch
    {
        Wait.Minutes minutes => $"Wait.Minutes({Number(minutes.Count)})",
        Wait.Hours hours => $"Wait.Hours({Number(hours.Count)})",
        Wait.OpenHours hours => $"Wait.OpenHours({Number(hours.Count)})",
        Wait.OpenDays days => $"Wait.OpenDays({Number(days.Count)})",
        Wait.Until until => $"Wait.Until(\"{Time(until.At)}\")",
        Wait.NextOpening => "Wait.NextOpening()",
        Wait.NextCourier => "Wait.NextCourier()",
        Wait.NotBefore before => $"Wait.NotBefore({Of(before.Other)}, \"{Time(before.At)}\")",
        _ => throw new UnreachableException(),
    };

    private static string Number(double count) => count.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Time(LocalTime time) => Clock.Format(time);
}
