namespace IllAddins.Host.Addins.Settings;

/// <summary>The table of what admins entered; an entry, once released, is never changed.</summary>
public static class SettingTables
{
    public const string Owner = "add-in settings";

    public static readonly IReadOnlyList<string> Migrations =
    [
        """
        -- NVTGC is empty for the value of all sites. A secret's value is encrypted.
        CREATE TABLE AddinSettings (
            Addin TEXT NOT NULL COLLATE NOCASE,
            Name TEXT NOT NULL COLLATE NOCASE,
            NVTGC TEXT NOT NULL COLLATE NOCASE,
            Value TEXT NOT NULL,
            ChangedBy TEXT NOT NULL,
            ChangedAt TEXT NOT NULL,
            PRIMARY KEY (Addin, Name, NVTGC)) STRICT, WITHOUT ROWID;
        """,
    ];
}
