using IllAddins.Host.Scripting.Answers;
using IllAddins.Host.Scripting.Api;

namespace IllAddins.Host.Scripting.Reference;

/// <summary>The one list of what a script can use; the sandbox, the stub for editors and the reference are made of it, and of <see cref="Asked.RequestFields"/>.</summary>
public static class ScriptApi
{
    /// <summary>What the host asks of a script.</summary>
    public static ApiSection Hooks => HookEntries.Section;

    /// <summary>What a script can call and read, in the order of the reference.</summary>
    public static IReadOnlyList<ApiSection> Offered { get; } =
    [
        new ApiSection
        {
            Title = "Answers",
            About = "Beside plain numbers and names. A wait counts from the arrival in transit, never from now, so that deciding again changes nothing.",
            Functions = [.. AnswerConstructors.All.Select(constructor => constructor.Api with { Description = $"{constructor.Api.Description} E.g. {constructor.Example}" })],
        },
        HostEntries.Section,
        BasicEntries.Section,
        TextEntries.Strings,
        TextEntries.Utf8,
        TableEntries.Section,
        NumberEntries.Section,
        TimeEntries.Section,
    ];

    /// <summary>The names of the libraries, e.g. <c>string</c> and <c>Wait</c>, in the order of the list.</summary>
    public static IReadOnlyList<string> Libraries { get; } = [.. Names(Offered).Where(name => name.Contains('.', StringComparison.Ordinal)).Select(LibraryOf).Distinct(StringComparer.Ordinal)];

    /// <summary>The name before the dot; empty where there is none.</summary>
    public static string LibraryOf(string name) => name.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? name[..dot] : "";

    /// <summary>The names in one library, or with an empty name all globals, the libraries included.</summary>
    public static IReadOnlyList<string> In(string library) => library.Length == 0
        ? [.. Names(Offered).Where(name => LibraryOf(name).Length == 0), .. Libraries]
        : [.. Names(Offered).Where(name => LibraryOf(name) == library).Select(name => name[(library.Length + 1)..])];

    private static IEnumerable<string> Names(IEnumerable<ApiSection> sections) =>
        sections.SelectMany(section => section.Functions.Select(function => function.Name).Concat(section.Values.Select(value => value.Name)));
}
