namespace IllAddins.Host.Scripting;

/// <summary>What the scripts of one engine hold.</summary>
/// <param name="Open">How many loaded scripts are not disposed of yet.</param>
/// <param name="BytesLeft">Bytes outside of .NET's memory that disposed scripts have not given back; anything but zero is a leak.</param>
public readonly record struct EngineUse(int Open, long BytesLeft);

/// <summary>Counts what an engine's scripts hold; used from many threads.</summary>
internal sealed class EngineTally
{
    private int open;
    private long left;

    public EngineUse Use => new(Volatile.Read(ref open), Interlocked.Read(ref left));

    public void Opened() => Interlocked.Increment(ref open);

    public void Closed(long bytesLeft)
    {
        Interlocked.Decrement(ref open);
        Interlocked.Add(ref left, bytesLeft);
    }
}
