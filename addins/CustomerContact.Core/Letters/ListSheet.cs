namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>A list to be printed as a plain table.</summary>
public sealed record ListSheet
{
    public required string Title { get; init; }

    /// <summary>Beside the title on each page: when it was printed, and for whom.</summary>
    public string Note { get; init; } = "";

    /// <summary>The paper, laid across.</summary>
    public PaperSize Paper { get; init; } = PaperSize.A4;

    public required IReadOnlyList<ListColumn> Columns { get; init; }

    /// <summary>One group at least; one without rows is left out.</summary>
    public required IReadOnlyList<ListGroup> Groups { get; init; }

    /// <summary>Printed at the foot; <c>{page}</c> and <c>{pages}</c> are replaced.</summary>
    public string PageLabel { get; init; } = LetterWords.ListPage;
}

/// <summary>A column of a list.</summary>
/// <param name="Title">Printed on each page.</param>
/// <param name="Share">Its width beside the shares of the other columns; more than 0.</param>
public sealed record ListColumn(string Title, double Share);

/// <summary>Rows under a title.</summary>
/// <param name="Title">With the number of rows where that shall be read.</param>
/// <param name="Rows">Cells in the order of the columns.</param>
public sealed record ListGroup(string Title, IReadOnlyList<IReadOnlyList<string>> Rows);
