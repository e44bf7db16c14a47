namespace IllAddins;

/// <summary>A setting of an add-in. The host draws it on a page for admins, checks and keeps what they enter, and a change counts at the next reading.</summary>
/// <remarks>Read with <see cref="IAddinHost.Setting(string)"/>: what an admin entered, else <c>Addins:{add-in}:{name}</c> of appsettings.json or the
/// environment, else the default. Registered within <see cref="IAddin.StartAsync"/>.</remarks>
public abstract record AddinSetting
{
    private AddinSetting()
    {
    }

    /// <summary>Unique within the add-in: a letter, then letters and digits, e.g. <c>GatewayAddress</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The label on the page, e.g. <c>Address of the gateway</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What it does and in which unit, in a sentence or two.</summary>
    public required string Help { get; init; }

    /// <summary>True where a site may have a value of its own, read with <see cref="IAddinHost.Setting(string, Site)"/>; the value of all sites holds elsewhere.</summary>
    public bool PerSite { get; init; }

    /// <summary>Free text in one line.</summary>
    public sealed record Text : AddinSetting
    {
        /// <summary>Empty for none: the setting reads as null then.</summary>
        public string Default { get; init; } = "";

        /// <summary>Characters, 1 to 4,000.</summary>
        public int MaxLength { get; init; } = 500;

        /// <summary>Null where every text will do; else answers null for a good one, or says what was found, what was expected and what to do.</summary>
        public Func<string, string?>? Problem { get; init; }
    }

    /// <summary>A number within a range; read as digits with <c>.</c> before fractions.</summary>
    public sealed record Number : AddinSetting
    {
        /// <summary>From <see cref="Least"/> to <see cref="Most"/>.</summary>
        public required decimal Default { get; init; }

        /// <summary>The smallest that is taken.</summary>
        public required decimal Least { get; init; }

        /// <summary>The largest that is taken.</summary>
        public required decimal Most { get; init; }

        /// <summary>How many digits may stand after the decimal point, 0 to 6.</summary>
        public int Decimals { get; init; }
    }

    /// <summary>Yes or no; read as <c>true</c> or <c>false</c>.</summary>
    public sealed record Flag : AddinSetting
    {
        public bool Default { get; init; }
    }

    /// <summary>One of a few texts.</summary>
    public sealed record Choice : AddinSetting
    {
        /// <summary>At least one; compared without regard to case, read as written here.</summary>
        public required IReadOnlyList<string> Options { get; init; }

        /// <summary>One of the options.</summary>
        public required string Default { get; init; }
    }

    /// <summary>A password or key: kept encrypted, never shown again, never logged. Null until somebody enters it.</summary>
    public sealed record Secret : AddinSetting;
}
