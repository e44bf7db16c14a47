using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IllAddins.Host.Data;

/// <summary>Cells of a row that may be NULL. The provider asks the database for a cell's type several times, which for wide rows takes longer than reading them.</summary>
public static class Cells
{
    /// <summary>A text; null where the cell is NULL.</summary>
    public static string? TextAt(this DbDataReader reader, int at)
    {
        if (reader is SqliteDataReader { Handle: { } row })
            return raw.sqlite3_column_text(row, at).utf8_to_string();
        return reader.IsDBNull(at) ? null : reader.GetString(at);
    }

    /// <summary>A whole number; null where the cell is NULL.</summary>
    public static int? NumberAt(this DbDataReader reader, int at)
    {
        if (reader is SqliteDataReader { Handle: { } row } && raw.sqlite3_column_type(row, at) == raw.SQLITE_NULL)
            return null;
        return reader.IsDBNull(at) ? null : reader.GetInt32(at);
    }
}
