using System.Globalization;
using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;

namespace IllAddins.Host.Addins;

/// <summary>What of an add-in's folder can be seen without reading its files: changes whenever a file is written, renamed, added or deleted.</summary>
public static class FolderSignature
{
    private const int MostFiles = 10_000;

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = 0, MaxRecursionDepth = 20, IgnoreInaccessible = false };

    /// <summary>Names, lengths and times of all files; null where the folder is gone or changes at this moment. One that cannot be read has a signature, too.</summary>
    public static string? Of(string folder)
    {
        try
        {
            var text = new StringBuilder();
            foreach (var file in Files(folder))
                text.Append(CultureInfo.InvariantCulture, $"{file.Name}|{(IsLink(file.Found) ? -1 : file.Found.Length)}|{file.Found.LastWriteTimeUtc.Ticks}\n");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
        catch (Exception moving) when (moving is DirectoryNotFoundException or FileNotFoundException)
        {
            return null;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(refusal.Message)));
        }
    }

    /// <summary>Why a folder is not looked into any further: it is not what a build lays down; null where it may be.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static string? Flaw(string folder)
    {
        var files = Files(folder);
        if (files.Count > MostFiles)
            return RefusalWords.TooManyFiles(folder, MostFiles);
        return files.Where(file => IsLink(file.Found)).Select(file => RefusalWords.LinkWithin(Path.Combine(folder, file.Name))).FirstOrDefault();
    }

    /// <summary>One SHA-256 over the names and the content of all files, in 64 hexadecimal digits.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string Hash(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files(folder))
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(file.Name)));
            hash.AppendData(Content(file.Found));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// All files of a folder with their names below it, with slashes, in the same order everywhere; links are among them and are not followed.
    /// No more than can be an add-in's, and one.
    /// </summary>
    public static IReadOnlyList<(string Name, FileInfo Found)> Files(string folder)
    {
        var found = new FileSystemEnumerable<FileInfo>(folder, (ref FileSystemEntry entry) => new FileInfo(entry.ToFullPath()), Everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory || IsLink(ref entry),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry),
        };
        return
        [
            .. found.Take(MostFiles + 1)
                .Select(file => (Name: Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/'), Found: file))
                .OrderBy(file => file.Name, StringComparer.Ordinal),
        ];
    }

    // A file without length is not opened: it may be a pipe, which would be waited for, or a device without an end.
    private static byte[] Content(FileInfo file)
    {
        if (IsLink(file) || file.Length == 0)
            return SHA256.HashData([]);
        using var content = file.OpenRead();
        return SHA256.HashData(content);
    }

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static bool IsLink(FileInfo file) => file.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
