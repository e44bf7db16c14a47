using System.Diagnostics;
using IllAddins.Host.Scripting.Offers;

namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>The host's side of the functions that add-ins offer.</summary>
internal static unsafe class OfferFunctions
{
    /// <summary>Where the arguments of an offered function begin, after its add-in and its name.</summary>
    private const int FirstArgument = 3;

    /// <summary>name -> whether an add-in offers functions under it</summary>
    public static int Offers(ScriptCall call, nint state)
    {
        LuaNative.PushBoolean(state, LuaNative.TypeOf(state, 1) == LuaType.Text && call.Offers.Find(call.Name(LuaStack.Bytes(state, 1))) is not null ? 1 : 0);
        return 1;
    }

    /// <summary>add-in, name -> a message | nil where it is a function</summary>
    public static int Unoffered(ScriptCall call, nint state)
    {
        if (OfferedCalls.Unknown(call.Offers, LuaStack.Text(state, 1), call.Name(LuaStack.Bytes(state, 2))) is { } message)
            LuaStack.Push(state, message);
        else
            LuaNative.PushNil(state);
        return 1;
    }

    /// <summary>add-in, name, arguments -> true, value | false, message; where the add-in takes all the time that was left, the call ends.</summary>
    public static int Offered(ScriptCall call, nint state)
    {
        switch (Ask(call, state))
        {
            case OfferedAnswer.Value value:
                LuaNative.PushBoolean(state, 1);
                if (!LuaStack.TryPush(state, value.Content))
                    throw new UnreachableException();
                return 2;
            case OfferedAnswer.Misused misused:
                return HostFunctions.Fail(state, misused.Message);
            case OfferedAnswer.Failed failed:
                call.AddinFailed = failed.Message;
                return HostFunctions.Fail(state, failed.Message);
            case OfferedAnswer.TooSlow slow:
                call.AddinFailed = slow.Message;
                call.Misused = (slow.Message, LuaPlace.Now(state).InWords());
                return 0;
            default:
                throw new UnreachableException();
        }
    }

    private static OfferedAnswer Ask(ScriptCall call, nint state)
    {
        if (call.Retold is { } place && place < call.Told.Count)
        {
            call.Retold = place + 1;
            return call.Told[place];
        }

        var given = new List<object?>();
        for (var index = FirstArgument; index <= LuaNative.GetTop(state); index++)
            given.Add(Value(state, index));
        var meter = Meter.Of(state);
        meter->Clock.IsPassed(counts: true);
        var answer = OfferedCalls.Call(call.Offers, LuaStack.Text(state, 1), LuaStack.Text(state, 2), given, meter->Clock.Left);
        meter->Clock.CountAll();
        call.Told.Add(answer);
        return answer;
    }

    private static object? Value(nint state, int index) => LuaNative.TypeOf(state, index) switch
    {
        LuaType.Nil => null,
        LuaType.Boolean => LuaNative.ToBoolean(state, index) != 0,
        LuaType.Number => LuaNative.ToNumber(state, index, null),
        LuaType.Text => LuaStack.Text(state, index),
        LuaType.Mark => new OtherValue("answer"),
        var type => new OtherValue(LuaType.NameOf(type)),
    };
}
