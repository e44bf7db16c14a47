using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;

namespace IllAddins.Host.Addins;

/// <summary>Keeps the process alive when an add-in's own thread, timer or async void method throws; the host's own unhandled exceptions still end it. Tells of exceptions in tasks that nobody awaited, too.</summary>
/// <remarks>Static because the runtime takes one handler for each process, once.</remarks>
public static class UnhandledAddinExceptions
{
    private static readonly ConditionalWeakTable<AssemblyLoadContext, Action<Exception>> Watched = [];
    private static int installed;

    /// <summary>Installs the handler for the rest of the process's life; calls after the first do nothing.</summary>
    public static void Install()
    {
        if (Interlocked.Exchange(ref installed, 1) != 0)
            return;
        ExceptionHandling.SetUnhandledExceptionHandler(Contain);
        // Ends no process; told all the same, since nobody else does.
        TaskScheduler.UnobservedTaskException += (_, unobserved) =>
        {
            foreach (var exception in unobserved.Exception.Flatten().InnerExceptions)
                _ = Contain(exception);
        };
    }

    /// <summary>Attributes what happens in a load context to its add-in.</summary>
    /// <param name="context">The add-in's load context.</param>
    /// <param name="report">Told of every exception that was contained, on the thread that threw it; must not throw.</param>
    public static void Watch(AssemblyLoadContext context, Action<Exception> report) => Watched.AddOrUpdate(context, report);

    /// <summary>Reports an exception to the add-in whose code began the work that threw it.</summary>
    /// <returns>False where that was not an add-in's: the process must end.</returns>
    public static bool Contain(Exception exception)
    {
        if (Beginner(exception) is not { } context || !Watched.TryGetValue(context, out var report))
            return false;
        report(exception);
        return true;
    }

    /// <summary>Whether code of an add-in is on a stack.</summary>
    internal static bool HasAddinCode(StackTrace stack) => stack.GetFrames().Any(frame =>
        frame.GetMethod()?.Module.Assembly is { } assembly && AssemblyLoadContext.GetLoadContext(assembly) is { } context && Watched.TryGetValue(context, out _));

    /// <summary>The load context of the outermost frame that is not the runtime's own: whoever started the thread or the timer.</summary>
    /// <remarks>The innermost would blame an add-in for work of the host that called it unguarded, and so hide that a loop of the host died.</remarks>
    private static AssemblyLoadContext? Beginner(Exception exception)
    {
        foreach (var frame in new StackTrace(exception).GetFrames().Reverse())
        {
            if (frame.GetMethod()?.Module.Assembly is not { } assembly || AssemblyLoadContext.GetLoadContext(assembly) is not { } context)
                continue;
            if (Watched.TryGetValue(context, out _) || !IsRuntime(assembly.GetName().Name ?? ""))
                return context;
        }

        return null;
    }

    private static bool IsRuntime(string assembly) =>
        assembly.StartsWith("System.", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.", StringComparison.Ordinal);
}
