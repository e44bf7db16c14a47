using System.Globalization;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>The engine writes numbers as the thread's culture does; a decision must not depend on it.</summary>
internal static class NoCulture
{
    public static T Run<T>(Func<T> work)
    {
        var culture = CultureInfo.CurrentCulture;
        if (ReferenceEquals(culture, CultureInfo.InvariantCulture))
            return work();
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return work();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
