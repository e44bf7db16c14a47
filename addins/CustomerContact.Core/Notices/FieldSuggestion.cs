using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>The words about a tag that names no field.</summary>
internal static class FieldSuggestion
{
    /// <summary>The complaint, with the nearest field if one is near enough to be meant.</summary>
    public static string Complaint(TemplateSegment.Tag tag, TemplateFields fields)
    {
        if (fields.Failure(tag) is { } failure)
            return TemplateWords.FieldWithoutValue(tag.Written, failure);
        var best = fields.Names
            .Select(field => (Full: $"{field.Set}.{field.Name}", Distance: Distance(tag, field.Set, field.Name)))
            .Append((Full: ItemList.Tag, Distance: Nearness.Distance(tag.Written, ItemList.Tag)))
            .MinBy(candidate => candidate.Distance);
        var advice = best.Full is not null && best.Distance <= Nearness.Tolerance(tag.Name)
            ? TemplateWords.DidYouMean(best.Full)
            : TemplateWords.NoSimilarField;
        return TemplateWords.NoSuchField(tag.Written, advice);
    }

    // The right name in the wrong set is as near as one wrong letter; a mistyped set counts by its own letters.
    private static int Distance(TemplateSegment.Tag tag, string set, string name)
    {
        var own = Nearness.Distance(tag.Name, name);
        return tag.Set switch
        {
            FieldSet.Any => own,
            FieldSet.NoSuch => Math.Min(own + 1, Nearness.Distance(tag.Written, $"{set}.{name}")),
            _ => string.Equals(tag.Set.ToString(), set, StringComparison.Ordinal) ? own : own + 1,
        };
    }
}
