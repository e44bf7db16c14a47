namespace IllAddins;

/// <summary>A status: an open set of names, compared without regard to case. Sites add custom queues and each queue's name is a status.</summary>
public readonly record struct TransactionStatus(string Name)
{
    public bool Equals(TransactionStatus other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name ?? "");

    public override string ToString() => Name ?? "";
}
