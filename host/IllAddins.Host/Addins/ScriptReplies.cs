using System.Diagnostics;
using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.Answers;
using IllAddins.Host.Scripting.Waiting;
using NodaTime;

namespace IllAddins.Host.Addins;

/// <summary>Turns what a script said into what an add-in is told.</summary>
internal static class ScriptReplies
{
    /// <param name="asked">What the script said.</param>
    /// <param name="request">The request it was asked about, from whose arrival waits are counted.</param>
    /// <param name="calendar">Of the place where the patron collects the item.</param>
    public static ScriptReply Of(VersionedAnswer asked, IllRequest request, PlaceCalendar calendar)
    {
        var version = asked.Version.ToString();
        return Of(asked.Said.Answer, version, request, calendar) with
        {
            File = asked.Said.Returned is { } line && line.File != asked.Version.File ? line.File : null,
            Line = asked.Said.Answer is ScriptAnswer.Fault fault ? fault.Why.Line : asked.Said.Returned?.Number,
            Reason = asked.Said.Answer switch
            {
                ScriptAnswer.Hold hold => hold.Why,
                ScriptAnswer.Suppress suppress => suppress.Why,
                _ => asked.Said.Reason,
            },
        };
    }

    private static ScriptReply Of(ScriptAnswer answer, string version, IllRequest request, PlaceCalendar calendar) => answer switch
    {
        ScriptAnswer.NoHook => new ScriptReply.NoHook { ScriptVersion = version },
        ScriptAnswer.Value value => new ScriptReply.Answer { ScriptVersion = version, Value = value.Content },
        ScriptAnswer.Unusable unusable => new ScriptReply.Answer { ScriptVersion = version, Value = null, Unusable = unusable.LuaType },
        ScriptAnswer.Rest rest => Wait(rest.Wait, version, Waits.End(rest.Wait, Instant.FromDateTimeOffset(request.ArrivedAt), calendar)),
        ScriptAnswer.Hold => new ScriptReply.Hold { ScriptVersion = version },
        ScriptAnswer.Template template => new ScriptReply.Template { ScriptVersion = version, Name = template.Name },
        ScriptAnswer.Suppress => new ScriptReply.Suppress { ScriptVersion = version },
        ScriptAnswer.Fault fault => new ScriptReply.Fault { ScriptVersion = version, Message = fault.Why.ToString() },
        _ => throw new UnreachableException(),
    };

    private static ScriptReply Wait(Wait wait, string version, WaitEnd end) => end switch
    {
        WaitEnd.At at => new ScriptReply.Wait { ScriptVersion = version, Said = AnswerWords.Of(wait), Until = at.Moment.ToDateTimeOffset() },
        WaitEnd.Never never => new ScriptReply.EndlessWait { ScriptVersion = version, Said = AnswerWords.Of(wait), Why = never.Why },
        _ => throw new UnreachableException(),
    };
}
