using Xunit;
using Xunit.Abstractions;

namespace IllAddins.Tests.Fixtures;

/// <summary>A class whose tests take long one after another: begun first, so that none of the processor's cores idles beside it in the end.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesLongAttribute : Attribute;

/// <summary>The classes that take long, then the others by name.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private const string OfClass = "Test collection for ";

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(TakesLong).ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);

    private static bool TakesLong(ITestCollection collection) =>
        collection.DisplayName.StartsWith(OfClass, StringComparison.Ordinal)
        && collection.TestAssembly.Assembly.GetType(collection.DisplayName[OfClass.Length..])?.GetCustomAttributes(typeof(TakesLongAttribute).AssemblyQualifiedName).Any() == true;
}
