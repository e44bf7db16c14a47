using IllAddins.Host.Scripting.Calendars;
using IllAddins.Host.Scripting.Waiting;

namespace IllAddins.Tests.Scripting.Calendars;

public sealed class WeekTextTests
{
    [Theory]
    [InlineData("Mon-Fri 08:00-20:00; Sat 10:00-16:00", "Mon-Fri 08:00-20:00; Sat 10:00-16:00")]
    [InlineData("monday - friday 8:00-20:00", "Mon-Fri 08:00-20:00")]
    [InlineData("Mon,Wed 09:00-12:00, 13:00-17:00", "Mon 09:00-12:00,13:00-17:00; Wed 09:00-12:00,13:00-17:00")]
    [InlineData("Sat-Mon 18:00-02:00", "Mon 18:00-02:00; Sat-Sun 18:00-02:00")]
    [InlineData("Mon-Sun 00:00-24:00", "Mon-Sun 00:00-24:00")]
    [InlineData("Mon-Sat 09:00-17:00; Sun closed", "Mon-Sat 09:00-17:00")]
    public void Opening_hours_are_read_as_staff_write_them_and_said_in_one_way(string written, string said) =>
        Assert.Equal(said, WeekText.Said(Read(WeekText.Hours(written))));

    [Fact]
    public void A_courier_timetable_is_read_and_its_times_are_put_in_order() =>
        Assert.Equal("Mon-Fri 07:45,13:00", WeekText.Said(Read(WeekText.Courier("Mon-Fri 13:00, 7:45"))));

    [Theory]
    [InlineData("Mon-Fri 8-20", "found the time '8', expected hours and minutes such as 08:00")]
    [InlineData("Mon-Fri 08:00", "found '08:00', expected an opening and a closing such as 08:00-20:00")]
    [InlineData("Mo-Fr 08:00-20:00", "found the days 'Mo-Fr', expected Mon, Tue, Wed, Thu, Fri, Sat or Sun, or a row of them such as Mon-Fri")]
    [InlineData("Mon-Fri 08:00-20:00; Wed 08:00-12:00", "found Wed twice, expected each day once; several times of a day are parted by ','")]
    [InlineData("Mon 08:00-08:00", "found '08:00-08:00', which opens and closes at once; the whole day is 00:00-24:00")]
    [InlineData("weekdays", "found 'weekdays', expected days and times")]
    [InlineData(" ; ", "found no day")]
    public void Hours_that_cannot_be_read_are_refused_with_what_was_found_and_what_was_expected(string written, string problem) =>
        Assert.Equal(
            $"Opening hours '{written}': {problem}. Write e.g. \"Mon-Fri 08:00-20:00; Sat 10:00-16:00\".",
            Assert.IsType<Reading<WeekOf<OpenSpan>>.Refused>(WeekText.Hours(written)).Problem);

    private static T Read<T>(Reading<T> reading) => Assert.IsType<Reading<T>.Read>(reading).Value;
}
