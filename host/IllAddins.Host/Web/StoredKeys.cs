using System.Security.Cryptography;
using IllAddins.Host.Addins.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace IllAddins.Host.Web;

/// <summary>The keys that protect cookies and stored secrets: files of the data folder, which its owner alone may read.</summary>
public static class StoredKeys
{
    public const string Application = "IllAddins";

    /// <summary>The folder of the keys, made where it is missing.</summary>
    public static DirectoryInfo Folder(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, "keys");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>What encrypts the secrets among the settings of add-ins; the first use makes a key where there is none.</summary>
    public static SecretSeal Seal(string dataFolder)
    {
        var protector = new Lazy<IDataProtector>(() => DataProtectionProvider
            .Create(Folder(dataFolder), building => building.SetApplicationName(Application))
            .CreateProtector("IllAddins.Settings.v1"));
        return new SecretSeal { Close = text => protector.Value.Protect(text), Open = text => Open(protector.Value, text) };
    }

    private static string? Open(IDataProtector protector, string text)
    {
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
