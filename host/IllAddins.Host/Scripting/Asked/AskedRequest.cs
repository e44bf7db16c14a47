using System.Globalization;
using IllAddins.Host.Requests;
using IllAddins.Host.Scripting.Waiting;
using NodaTime;

namespace IllAddins.Host.Scripting.Asked;

/// <summary>A request that a script is asked about; its fields are worked out when they are read.</summary>
internal sealed class AskedRequest(IllRequest request, PlaceCalendar calendar)
{
    /// <summary>How dates look to a script: on the site's clock, so that a later one is the greater text.</summary>
    public const string DateForm = "yyyy-MM-dd'T'HH:mm:ss";

    public IllRequest Request => request;

    public PlaceCalendar Calendar => calendar;

    public Instant Arrived => Instant.FromDateTimeOffset(request.ArrivedAt);

    public ZonedDateTime ArrivedLocal => Arrived.InZone(calendar.Zone);

    public ScriptTable User => field ??= new ScriptTable("request.User", new AskedFields(this, RequestFields.OfUser, request.User.Fields));

    public ScriptTable Site => field ??= new ScriptTable("request.Site", new AskedFields(this, RequestFields.OfSite, AskedFields.NoRow));

    /// <summary>A field of the record as scripts see it.</summary>
    public object? Value(IReadOnlyDictionary<string, object?> row, int place, string name) =>
        (row is FieldRow known ? known.At(place) : row.GetValueOrDefault(name)) switch
        {
            DateTimeOffset moment => Local(moment),
            var value => value,
        };

    public string Local(DateTimeOffset moment) => request.Site.ToLocal(moment).ToString(DateForm, CultureInfo.InvariantCulture);

    /// <summary>Whole minutes to a moment, rounded up; null where there is none.</summary>
    public long? MinutesTo(Instant? moment) => moment is { } at ? (long)Math.Ceiling((at - Arrived).TotalMinutes) : null;

    /// <summary>Midnights on the site's clock between the arrival and the due date; below zero where that is past.</summary>
    public int? DaysToDueDate => request.Transaction.Fields.GetValueOrDefault("DueDate") is DateTimeOffset due
        ? Period.DaysBetween(ArrivedLocal.Date, Instant.FromDateTimeOffset(due).InZone(calendar.Zone).Date)
        : null;
}
