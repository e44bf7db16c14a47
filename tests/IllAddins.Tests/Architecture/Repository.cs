namespace IllAddins.Tests.Architecture;

/// <summary>The source tree that these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Source files below a folder of the repository, without what the build makes; paths relative to the root, with '/'.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    /// <summary>The folder into which the build lays the core add-in, beside the host.</summary>
    public static string BuiltAddins
    {
        get
        {
            var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
            return Path.Combine(Root, "host/IllAddins.Host/bin", configuration, "net10.0/addins");
        }
    }

    private static string FindRoot(string from) => File.Exists(Path.Combine(from, "IllAddins.sln"))
        ? from
        : FindRoot(Path.GetDirectoryName(from) ?? throw new DirectoryNotFoundException("IllAddins.sln is in no folder above the tests."));
}
