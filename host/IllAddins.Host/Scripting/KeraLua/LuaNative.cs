using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>The functions of the Lua 5.4 library that KeraLua brings, called without copying texts.</summary>
/// <remarks>Marked SuppressGCTransition are only those that neither allocate nor call back.</remarks>
internal static unsafe partial class LuaNative
{
    public const int Registry = -1_001_000;

    /// <summary>The place of the first value that a function of the host was made with.</summary>
    public const int FirstUpvalue = Registry - 1;

    public const int Ok = 0;
    public const int PlainError = 2;
    public const int OutOfMemory = 4;
    public const int MaskCall = 1;
    public const int MaskReturn = 2;
    public const int MaskLine = 4;
    public const int MaskCount = 8;
    public const int EventReturn = 1;
    public const int EventLine = 2;

    private const string Library = "lua54";

    /// <summary>Where a function of the library lies.</summary>
    public static nint Export(string name) => NativeLibrary.GetExport(NativeLibrary.Load(Library, typeof(LuaNative).Assembly, null), name);

    [LibraryImport(Library, EntryPoint = "lua_newstate")]
    public static partial nint NewState(delegate* unmanaged[Cdecl]<void*, void*, nuint, nuint, void*> allocator, void* context);

    [LibraryImport(Library, EntryPoint = "lua_close")]
    public static partial void Close(nint state);

    [LibraryImport(Library, EntryPoint = "luaL_requiref")]
    public static partial void Require(nint state, byte* name, nint open, int global);

    [LibraryImport(Library, EntryPoint = "luaL_loadbufferx")]
    public static partial int Load(nint state, byte* text, nuint length, byte* chunk, byte* mode);

    [LibraryImport(Library, EntryPoint = "lua_pcallk")]
    public static partial int Call(nint state, int arguments, int results, int handler, nint context, nint continuation);

    [LibraryImport(Library, EntryPoint = "luaL_ref")]
    public static partial int Keep(nint state, int table);

    [LibraryImport(Library, EntryPoint = "lua_next")]
    public static partial int Next(nint state, int table);

    [LibraryImport(Library, EntryPoint = "lua_createtable")]
    public static partial void NewTable(nint state, int items, int fields);

    [LibraryImport(Library, EntryPoint = "lua_rawset")]
    public static partial void RawSet(nint state, int table);

    [LibraryImport(Library, EntryPoint = "lua_rawseti")]
    public static partial void RawSetAt(nint state, int table, long index);

    [LibraryImport(Library, EntryPoint = "lua_pushlstring")]
    public static partial void PushText(nint state, byte* text, nuint length);

    [LibraryImport(Library, EntryPoint = "lua_pushcclosure")]
    public static partial void PushFunction(nint state, delegate* unmanaged[Cdecl]<nint, int> function, int upvalues);

    [LibraryImport(Library, EntryPoint = "lua_tolstring")]
    public static partial byte* ToText(nint state, int index, nuint* length);

    [LibraryImport(Library, EntryPoint = "lua_checkstack")]
    public static partial int HasRoom(nint state, int slots);

    [LibraryImport(Library, EntryPoint = "lua_sethook")]
    [SuppressGCTransition]
    public static partial void SetHook(nint state, nint hook, int mask, int count);

    [LibraryImport(Library, EntryPoint = "lua_getstack")]
    [SuppressGCTransition]
    public static partial int GetFrame(nint state, int level, LuaFrame* frame);

    [LibraryImport(Library, EntryPoint = "lua_getinfo")]
    public static partial int Describe(nint state, byte* what, LuaFrame* frame);

    [LibraryImport(Library, EntryPoint = "lua_setupvalue")]
    [SuppressGCTransition]
    public static partial byte* SetUpvalue(nint state, int function, int index);

    [LibraryImport(Library, EntryPoint = "lua_getupvalue")]
    [SuppressGCTransition]
    public static partial byte* GetUpvalue(nint state, int function, int index);

    [LibraryImport(Library, EntryPoint = "lua_rawgeti")]
    [SuppressGCTransition]
    public static partial int RawGetAt(nint state, int table, long index);

    [LibraryImport(Library, EntryPoint = "lua_rawget")]
    [SuppressGCTransition]
    public static partial int RawGet(nint state, int table);

    [LibraryImport(Library, EntryPoint = "lua_rawlen")]
    [SuppressGCTransition]
    public static partial ulong RawLength(nint state, int index);

    [LibraryImport(Library, EntryPoint = "lua_rawequal")]
    [SuppressGCTransition]
    public static partial int RawEqual(nint state, int one, int other);

    [LibraryImport(Library, EntryPoint = "lua_gettop")]
    [SuppressGCTransition]
    public static partial int GetTop(nint state);

    [LibraryImport(Library, EntryPoint = "lua_settop")]
    [SuppressGCTransition]
    public static partial void SetTop(nint state, int top);

    [LibraryImport(Library, EntryPoint = "lua_type")]
    [SuppressGCTransition]
    public static partial int TypeOf(nint state, int index);

    [LibraryImport(Library, EntryPoint = "lua_isinteger")]
    [SuppressGCTransition]
    public static partial int IsInteger(nint state, int index);

    [LibraryImport(Library, EntryPoint = "lua_toboolean")]
    [SuppressGCTransition]
    public static partial int ToBoolean(nint state, int index);

    [LibraryImport(Library, EntryPoint = "lua_tointegerx")]
    public static partial long ToInteger(nint state, int index, int* fits);

    [LibraryImport(Library, EntryPoint = "lua_tonumberx")]
    public static partial double ToNumber(nint state, int index, int* fits);

    [LibraryImport(Library, EntryPoint = "lua_pushvalue")]
    [SuppressGCTransition]
    public static partial void PushCopy(nint state, int index);

    [LibraryImport(Library, EntryPoint = "lua_pushlightuserdata")]
    [SuppressGCTransition]
    public static partial void PushMark(nint state, nint mark);

    [LibraryImport(Library, EntryPoint = "lua_touserdata")]
    [SuppressGCTransition]
    public static partial nint ToMark(nint state, int index);

    [LibraryImport(Library, EntryPoint = "lua_pushnil")]
    [SuppressGCTransition]
    public static partial void PushNil(nint state);

    [LibraryImport(Library, EntryPoint = "lua_pushboolean")]
    [SuppressGCTransition]
    public static partial void PushBoolean(nint state, int value);

    [LibraryImport(Library, EntryPoint = "lua_pushinteger")]
    [SuppressGCTransition]
    public static partial void PushInteger(nint state, long value);

    [LibraryImport(Library, EntryPoint = "lua_pushnumber")]
    [SuppressGCTransition]
    public static partial void PushNumber(nint state, double value);
}
