using IllAddins.Host.Addins;

namespace IllAddins.Tests.Addins;

public sealed class AddinFolderTests : IDisposable
{
    private readonly AddinsOnDisk disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public void Each_folder_is_a_candidate_by_name_and_hidden_folders_and_loose_files_are_none()
    {
        disk.Write("", "Zeta", "Zeta.dll");
        disk.Write("", "Alpha", "notes.txt");
        disk.Write("", ".staging", ".staging.dll");
        disk.Write("", "Loose.dll");

        var found = Assert.IsType<AddinScan.Found>(AddinFolder.Scan(disk.Folder));

        Assert.Equal(["Alpha", "Zeta"], found.Candidates.Select(candidate => candidate.Name));
        Assert.Equal(disk.Under("Zeta", "Zeta.dll"), found.Candidates[1].AssemblyPath);
    }

    [Fact]
    public void A_relative_folder_gives_absolute_paths()
    {
        disk.Write("", "Alpha", "Alpha.dll");

        var found = Assert.IsType<AddinScan.Found>(AddinFolder.Scan(Path.GetRelativePath(Environment.CurrentDirectory, disk.Folder)));

        Assert.Equal(disk.Under("Alpha"), Assert.Single(found.Candidates).Folder);
    }

    [Fact]
    public void A_missing_folder_is_reported_with_what_was_expected()
    {
        var path = disk.Under("nowhere");

        var scan = AddinFolder.Scan(path);

        Assert.Equal(
            $"There is no add-ins folder '{path}'; expected a folder for each add-in, such as '{Path.Combine(path, "CustomerContact", "CustomerContact.dll")}'. Create it, or name another folder with --addins.",
            Assert.IsType<AddinScan.NoFolder>(scan).Message);
    }

    [Fact]
    public void A_file_in_the_folders_place_is_reported()
    {
        disk.Write("", "addins");
        var path = disk.Under("addins");

        var scan = AddinFolder.Scan(path);

        Assert.Equal(
            $"The add-ins folder '{path}' is a file; expected a folder for each add-in, such as '{Path.Combine(path, "CustomerContact", "CustomerContact.dll")}'. Name another folder with --addins.",
            Assert.IsType<AddinScan.NoFolder>(scan).Message);
    }
}
