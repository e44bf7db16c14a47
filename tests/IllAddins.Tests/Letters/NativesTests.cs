using System.Runtime.InteropServices;
using IllAddins.Tests.Architecture;

namespace IllAddins.Tests.Letters;

public sealed class NativesTests
{
    [Fact]
    public void The_built_addin_folder_carries_the_natives_of_its_own_platform_and_no_others()
    {
        var folder = Path.Combine(Repository.BuiltAddins, "CustomerContact");
        string[] foreign = RuntimeInformation.IsOSPlatform(OSPlatform.Linux) ? [".dylib"] : [".so"];
        var natives = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file).StartsWith("lib", StringComparison.Ordinal)).Select(file => Path.GetRelativePath(folder, file)).ToList();

        Assert.False(Directory.Exists(Path.Combine(folder, "runtimes")));
        Assert.Contains(natives, file => file.StartsWith("libHarfBuzzSharp.", StringComparison.Ordinal));
        Assert.DoesNotContain(natives, file => foreign.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));
        Assert.InRange(natives.Count, 1, 3);
    }

    [Fact]
    public void The_licence_of_the_fonts_travels_with_them() => Assert.Contains(
        "SIL OPEN FONT LICENSE Version 1.1", File.ReadAllText(Path.Combine(Repository.BuiltAddins, "CustomerContact", "Fonts", "LICENSE")), StringComparison.Ordinal);
}
