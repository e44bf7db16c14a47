using System.Diagnostics;
using System.Runtime.InteropServices;

namespace IllAddins.Host.Addins;

/// <summary>What the process says as it crashes (a stack overflow, a fail-fast, an access violation, an exit in the middle), kept in a file for the next start.</summary>
/// <remarks>A process that is killed says nothing, so that this tells the fault of an add-in from the hand of an operator. The runtime writes such words on
/// standard error and ends; so that descriptor leads to the file, while the program's own lines go on to where standard error led before.
/// On Windows that is not done; there only an exit in the middle is known.</remarks>
public static partial class LastWords
{
    private const int StandardError = 2;
    private const int Longest = 16_384;

    // How the words of the runtime, of the C library and of this class begin.
    private static readonly string[] Beginnings =
    [
        "Stack overflow", "Process terminated", "Fatal error", "Unhandled exception", "Internal CLR error", "The process was ended", "double free", "free():", "malloc", "corrupted ", "munmap_chunk", "*** stack smashing",
    ];

    private static readonly Lock Gate = new();
    private static bool installed;
    private static string? file;
    private static int before = -1;

    /// <summary>Lets the process keep its last words; without it nothing is kept.</summary>
    public static void Install()
    {
        installed = true;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => NoteExit(new StackTrace());
    }

    /// <summary>Keeps them in a file from now on.</summary>
    internal static void KeepIn(string path)
    {
        if (!installed)
            return;
        lock (Gate)
        {
            file = path;
            // Opened before the descriptor is turned: from then on it leads elsewhere.
            _ = Console.Error;
            using var words = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            if (OperatingSystem.IsWindows())
                return;
            before = Duplicate(StandardError);
            _ = Duplicate((int)words.SafeFileHandle.DangerousGetHandle(), StandardError);
        }
    }

    /// <summary>Keeps no more: the process ends as it should.</summary>
    internal static void Stop()
    {
        lock (Gate)
        {
            file = null;
            if (before >= 0)
                _ = Duplicate(before, StandardError);
            before = -1;
        }
    }

    /// <summary>What a process said as it crashed; empty where it did not.</summary>
    public static string Read(string path)
    {
        if (!File.Exists(path))
            return "";
        var lines = File.ReadLines(path).SkipWhile(line => !Array.Exists(Beginnings, beginning => line.StartsWith(beginning, StringComparison.Ordinal)));
        var words = string.Join('\n', lines.Take(400));
        return words.Length > Longest ? words[..Longest] : words;
    }

    // A process that ends as it should, or was told to end, has stopped keeping words before.
    private static void NoteExit(StackTrace stack)
    {
        lock (Gate)
            if (file is not null)
                File.AppendAllText(file, $"The process was ended by Environment.Exit({Environment.ExitCode}).{Environment.NewLine}{stack}");
    }

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int Duplicate(int from, int to);
}
