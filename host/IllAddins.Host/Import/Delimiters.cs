namespace IllAddins.Host.Import;

/// <summary>Which character stands between the cells of a CSV file.</summary>
internal static class Delimiters
{
    /// <summary>The one of comma, semicolon and tab that the first line holds most often outside quotes; a comma where it holds none.</summary>
    public static char Of(ReadOnlySpan<byte> beginning)
    {
        int commas = 0, semicolons = 0, tabs = 0;
        var quoted = false;
        foreach (var letter in beginning.TrimStart("\r\n"u8))
        {
            if (letter == '"')
                quoted = !quoted;
            if (quoted)
                continue;
            if (letter is (byte)'\n' or (byte)'\r')
                break;
            commas += letter == ',' ? 1 : 0;
            semicolons += letter == ';' ? 1 : 0;
            tabs += letter == '\t' ? 1 : 0;
        }

        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }
}
