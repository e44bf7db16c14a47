namespace IllAddins.Host.Addins;

/// <summary>The add-in without which the host tells nobody anything: the only one of a safe start, and never in quarantine.</summary>
public static class CoreAddin
{
    public const string Name = "CustomerContact";

    public static bool Is(string addin) => string.Equals(addin, Name, StringComparison.OrdinalIgnoreCase);
}
