using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using IllAddins.Host.Scripting.Answers;

namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>Offers the host's functions to the prelude.</summary>
/// <remarks>None of them raises a Lua error, which would jump over .NET's frames: each answers false and a message, and the prelude raises it.</remarks>
internal static unsafe class HostFunctions
{
    /// <summary>Puts the functions into the table on top of the stack.</summary>
    public static void Fill(nint state)
    {
        Set(state, "find"u8, &Find);
        Set(state, "scan"u8, &Scan);
        Set(state, "replace"u8, &Replace);
        Set(state, "read"u8, &Read);
        Set(state, "unchangeable"u8, &Unchangeable);
        Set(state, "names"u8, &Names);
        Set(state, "now"u8, &Now);
        Set(state, "time"u8, &Time);
        Set(state, "moment"u8, &Moment);
        Set(state, "date"u8, &Date);
        Set(state, "words"u8, &Words);
        Set(state, "unknown"u8, &Unknown);
        Set(state, "log"u8, &Log);
        Set(state, "compile"u8, &Compile);
        Set(state, "offers"u8, &Offers);
        Set(state, "unoffered"u8, &Unoffered);
        Set(state, "offered"u8, &Offered);
        FillConstructors(state);
    }

    /// <summary>Answers false and a message.</summary>
    public static int Fail(nint state, string message)
    {
        LuaNative.PushBoolean(state, 0);
        LuaStack.Push(state, message);
        return 2;
    }

    private static void FillConstructors(nint state)
    {
        LuaStack.Push(state, "constructors"u8);
        LuaNative.NewTable(state, 0, AnswerConstructors.All.Count);
        for (var number = 0; number < AnswerConstructors.All.Count; number++)
        {
            LuaStack.Push(state, AnswerConstructors.All[number].Api.Name);
            LuaNative.PushInteger(state, number);
            LuaNative.PushFunction(state, &Make, 1);
            LuaNative.RawSet(state, -3);
        }

        LuaNative.RawSet(state, -3);
        LuaStack.Push(state, "no_fields"u8);
        LuaStack.Push(state, AnswerWords.NoFields);
        LuaNative.RawSet(state, -3);
        LuaStack.Push(state, "no_answer"u8);
        LuaNative.PushMark(state, 0);
        LuaNative.RawSet(state, -3);
    }

    private static void Set(nint state, ReadOnlySpan<byte> name, delegate* unmanaged[Cdecl]<nint, int> function)
    {
        LuaStack.Push(state, name);
        LuaNative.PushFunction(state, function, 0);
        LuaNative.RawSet(state, -3);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Find(nint state) => Run(state, &PatternFunctions.Find);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Scan(nint state) => Run(state, &PatternFunctions.Scan);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Replace(nint state) => Run(state, &PatternFunctions.Replace);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(nint state) => Run(state, &FieldFunctions.Read);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Unchangeable(nint state) => Run(state, &FieldFunctions.Unchangeable);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Names(nint state) => Run(state, &FieldFunctions.Names);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Now(nint state) => Run(state, &TimeFunctions.Now);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Time(nint state) => Run(state, &TimeFunctions.Time);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Moment(nint state) => Run(state, &TimeFunctions.Moment);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Date(nint state) => Run(state, &TimeFunctions.Date);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Make(nint state) => Run(state, &AnswerFunctions.Make);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Words(nint state) => Run(state, &AnswerFunctions.Words);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Unknown(nint state) => Run(state, &AnswerFunctions.Unknown);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Log(nint state) => Run(state, &AnswerFunctions.Log);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Compile(nint state) => Run(state, &LibraryFunctions.Compile);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Offers(nint state) => Run(state, &OfferFunctions.Offers);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Unoffered(nint state) => Run(state, &OfferFunctions.Unoffered);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Offered(nint state) => Run(state, &OfferFunctions.Offered);

    private static int Run(nint state, delegate*<ScriptCall, nint, int> work)
    {
        var meter = Meter.Of(state);
        var limit = meter->Limit;
        // What the host pushes must not fail: that, too, would be an error raised across .NET's frames.
        meter->Limit = long.MaxValue;
        var call = (ScriptCall)GCHandle.FromIntPtr(meter->Call).Target!;
        try
        {
            var results = work(call, state);
            if (call.Misused is not null)
                meter->Stop();
            return results;
        }
        catch (Exception thrown)
        {
            // An exception cannot pass Lua's frames: the script is stopped, and whoever called it throws this again.
            call.Broken = ExceptionDispatchInfo.Capture(thrown);
            meter->Stop();
            return 0;
        }
        finally
        {
            meter->Limit = limit;
        }
    }
}
