using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IllAddins.Host.Addins;

/// <summary>What of an add-in's folder can be seen without reading its files: changes whenever a file is written, renamed, added or deleted.</summary>
public static class FolderSignature
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = 0, MaxRecursionDepth = 20, IgnoreInaccessible = false };

    /// <summary>Names, lengths and times of all files; null where the folder is gone or changes at this moment.</summary>
    public static string? Of(string folder)
    {
        try
        {
            var text = new StringBuilder();
            foreach (var file in Files(folder))
                text.Append(CultureInfo.InvariantCulture, $"{file.Name}|{file.Found.Length}|{file.Found.LastWriteTimeUtc.Ticks}\n");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
        catch (Exception moving) when (moving is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>One SHA-256 over the names and the content of all files, in 64 hexadecimal digits.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string Hash(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files(folder))
        {
            using var content = file.Found.OpenRead();
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(file.Name)));
            hash.AppendData(SHA256.HashData(content));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>All files of a folder with their names below it, with slashes, in the same order everywhere.</summary>
    public static IReadOnlyList<(string Name, FileInfo Found)> Files(string folder) =>
    [
        .. new DirectoryInfo(folder).EnumerateFiles("*", Everything)
            .Select(file => (Name: Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), Found: file))
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];
}
