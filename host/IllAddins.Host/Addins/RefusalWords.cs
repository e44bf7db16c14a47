using IllAddins.Host.Wording;

namespace IllAddins.Host.Addins;

/// <summary>Why an add-in is not loaded or not started, and what to do.</summary>
public static class RefusalWords
{
    private static readonly RoomWords Words = new(typeof(RefusalWords));

    public static string AllowanceUnknown(string addin, string problem) => Words.Text(nameof(AllowanceUnknown), addin, problem);

    public static string CannotBeCopied(string addin, string problem) => Words.Text(nameof(CannotBeCopied), addin, problem.TrimEnd('.'));

    public static string CannotBeRead(string addin, string problem, string folder) => Words.Text(nameof(CannotBeRead), addin, problem.TrimEnd('.'), folder);

    public static string ClassHasNoConstructor => Words.Text(nameof(ClassHasNoConstructor));

    public static string ClassIsAbstract => Words.Text(nameof(ClassIsAbstract));

    public static string ClassIsGeneric => Words.Text(nameof(ClassIsGeneric));

    public static string ClassIsNotPublic => Words.Text(nameof(ClassIsNotPublic));

    public static string EmptyFile => Words.Text(nameof(EmptyFile));

    public static string FolderIsFile(string path, string example) => Words.Text(nameof(FolderIsFile), path, example);

    public static string FolderUnreadable(string path, string problem) => Words.Text(nameof(FolderUnreadable), path, problem.TrimEnd('.'));

    public static string ForFramework(string addin, string hostVersion) => Words.Text(nameof(ForFramework), addin, hostVersion);

    public static string ForFrameworkVersion(string addin, Version version, string hostVersion) => Words.Text(nameof(ForFrameworkVersion), addin, version, hostVersion);

    public static string ForLaterContract(string addin, string version, string hostVersion) => Words.Text(nameof(ForLaterContract), addin, version, hostVersion);

    public static string ForLaterRuntime(string addin, string version, string hostVersion) => Words.Text(nameof(ForLaterRuntime), addin, version, hostVersion);

    public static string ForOtherContract(string addin, string version, string hostVersion) => Words.Text(nameof(ForOtherContract), addin, version, hostVersion);

    public static string HostGoesOn(string failure, string folder) => Words.Text(nameof(HostGoesOn), failure, folder);

    public static string NotTakenOver(string failure, string folder) => Words.Text(nameof(NotTakenOver), failure, folder);

    public static string NotExamined(string addin, string flaw) => Words.Text(nameof(NotExamined), addin, flaw);

    public static string TooManyFiles(string folder, int most) => Words.Text(nameof(TooManyFiles), folder, most);

    public static string LinkWithin(string path) => Words.Text(nameof(LinkWithin), path);

    public static string HostsPath(string addin, string path) => Words.Text(nameof(HostsPath), addin, path);

    public static string IncompleteFile(string addin, string file, string folder) => Words.Text(nameof(IncompleteFile), addin, file, folder);

    public static string IncompleteList(string addin, string problem) => Words.Text(nameof(IncompleteList), addin, problem);

    public static string ModuleOnly => Words.Text(nameof(ModuleOnly));

    public static string NativeLibrary => Words.Text(nameof(NativeLibrary));

    public static string NeedsLater(string addin, string assembly, Version version, Version hostVersion, string folder) => Words.Text(nameof(NeedsLater), addin, assembly, version, hostVersion, folder);

    public static string NeedsMissing(string addin, string assembly, Version version, string folder) => Words.Text(nameof(NeedsMissing), addin, assembly, version, folder);

    public static string NoAssembly(string addin, string path, string folder) => Words.Text(nameof(NoAssembly), addin, path, folder);

    public static string NoAssemblyButOther(string addin, string path, string other) => Words.Text(nameof(NoAssemblyButOther), addin, path, other);

    public static string NoAssemblyInFile(string addin, string path, string found) => Words.Text(nameof(NoAssemblyInFile), addin, path, found);

    public static string NoClass(string addin, string? contract) => Words.Text(nameof(NoClass), addin, contract);

    public static string NoFitClass(string addin, string type, string? flaw) => Words.Text(nameof(NoFitClass), addin, type, flaw);

    public static string NoFolder(string path, string example) => Words.Text(nameof(NoFolder), path, example);

    public static string NotAllowed(string addin, string hash, string setting) => Words.Text(nameof(NotAllowed), addin, hash, setting);

    public static string NotForContract(string assembly, string contract, string version) => Words.Text(nameof(NotForContract), assembly, contract, version);

    public static string OddPath(string addin, string path) => Words.Text(nameof(OddPath), addin, path);

    public static string OtherFile => Words.Text(nameof(OtherFile));

    public static string OtherName(string addin, string assembly) => Words.Text(nameof(OtherName), addin, assembly);

    public static string Quarantine(string addin, int crashes, string calledFor) => Words.Text(nameof(Quarantine), addin, crashes, calledFor);

    public static string SafeMode(string addin, string core) => Words.Text(nameof(SafeMode), addin, core);

    public static string SecondCopy(string folder, string addin, string version, string firstVersion, string firstFolder) => Words.Text(nameof(SecondCopy), folder, addin, version, firstVersion, firstFolder);

    public static string SecondCopyOfUnread(string folder, string addin, string version, string firstFolder) => Words.Text(nameof(SecondCopyOfUnread), folder, addin, version, firstFolder);

    public static string SeveralClasses(string addin, int count, string classes) => Words.Text(nameof(SeveralClasses), addin, count, classes);

    public static string TakenPath(string addin, string path, string owner, string folder, string ownersFolder) => Words.Text(nameof(TakenPath), addin, path, owner, folder, ownersFolder);
}
