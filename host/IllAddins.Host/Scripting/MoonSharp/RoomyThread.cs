namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>The engine's compiler goes down into what is nested, in .NET: with less room than this one script could end the process.</summary>
internal static class RoomyThread
{
    /// <summary>A thousand bytes for each of the parts that <see cref="SourceScan"/> lets an expression have, and as much for what it lets be nested.</summary>
    private const int StackBytes = 32 * 1024 * 1024;

    /// <summary>Does the work on such a thread and waits for it; what it throws is thrown here.</summary>
    public static T Run<T>(Func<T> work)
    {
        var task = new Task<T>(work);
        var thread = new Thread(() => task.RunSynchronously(), StackBytes) { IsBackground = true, Name = "Lua compiler" };
        thread.Start();
        return task.GetAwaiter().GetResult();
    }
}
