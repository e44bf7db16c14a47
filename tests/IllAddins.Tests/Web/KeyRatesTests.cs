using IllAddins.Host.Web;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Web;

public sealed class KeyRatesTests
{
    [Fact]
    public void A_clock_set_back_takes_no_calls_from_a_key()
    {
        var clock = new SteppedTime();
        var rates = new KeyRates(clock);
        var key = new ApiKey { Id = 1, Consumer = "VuFind", Site = "MAIN", PerMinute = 60, CreatedAt = clock.GetUtcNow(), CreatedBy = "ann" };
        Assert.Equal(new Admission.GoOn(true), rates.Admit(key));

        clock.Set(TimeSpan.FromHours(-1));

        Assert.Equal(new Admission.GoOn(true), rates.Admit(key));
        for (var call = 3; call <= 60; call++)
            Assert.Equal(new Admission.GoOn(false), rates.Admit(key));
        Assert.Equal(new Admission.Wait(TimeSpan.FromSeconds(1)), rates.Admit(key));
        clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(new Admission.GoOn(false), rates.Admit(key));
    }
}
