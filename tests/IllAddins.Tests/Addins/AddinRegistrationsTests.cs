using IllAddins.Host.Addins;

namespace IllAddins.Tests.Addins;

public sealed class AddinRegistrationsTests
{
    private const string Columns = "Title";

    private readonly AddinRegistrations registrations = new("Letters", new TakenNames
    {
        Screens = new Dictionary<string, string> { ["contact"] = "CustomerContact" },
        Panels = new Dictionary<string, string> { ["notices"] = "CustomerContact" },
        Verbs = new Dictionary<string, string> { ["notices"] = "CustomerContact" },
    });

    [Fact]
    public void What_is_registered_is_kept_in_order_and_counted()
    {
        registrations.Add(Some.Sweep("Routing"));
        registrations.Add(Some.Sweep("Notification"));
        registrations.Add(Some.Screen("letters-2"));
        registrations.Add(Some.Panel("letters"));

        Assert.Equal(new AddinContribution { Sweeps = 2, Screens = 1, Panels = 1 }, registrations.Keep());
        Assert.Equal(["Routing", "Notification"], registrations.Of<Sweep>().Select(sweep => sweep.Name));
    }

    [Fact]
    public void A_second_sweep_of_a_name_is_refused_whatever_its_case()
    {
        registrations.Add(Some.Sweep("Notification"));

        Refused(
            () => registrations.Add(Some.Sweep("notification")),
            "Letters registers two sweeps named 'notification'. Each sweep of an add-in needs a name of its own; rename one.");
    }

    [Fact]
    public void Names_of_other_add_ins_are_refused()
    {
        Refused(
            () => registrations.Add(Some.Screen("contact")),
            "Letters registers the screen 'contact', a name that CustomerContact uses already. Rename it, e.g. to 'letters-contact'.");
        Refused(
            () => registrations.Add(Some.Panel("notices")),
            "Letters registers the panel 'notices', a name that CustomerContact uses already. Rename it, e.g. to 'letters-notices'.");
    }

    [Theory]
    [InlineData("Customer Letters", "customer-letters")]
    [InlineData("letters/today", "letters-today")]
    [InlineData("letters-", "letters")]
    [InlineData("letters\n", "letters")]
    [InlineData("", "customer-contact")]
    public void A_screens_name_must_do_as_an_address(string name, string better)
    {
        Refused(
            () => registrations.Add(Some.Screen(name)),
            $"Letters registers the screen '{name}'. Its name is part of an address: lower case letters, digits and single hyphens, e.g. '{better}'.");
        Assert.Empty(registrations.Of<Screen>());
    }

    [Fact]
    public void A_panels_and_a_commands_name_must_do_as_an_address()
    {
        Refused(
            () => registrations.Add(Some.Panel("Our Letters")),
            "Letters registers the panel 'Our Letters'. Its name is part of an address: lower case letters, digits and single hyphens, e.g. 'our-letters'.");
        Refused(
            () => registrations.Add(Some.Screen("letters") with { Commands = [Some.Command("Print All")] }),
            "Letters registers the screen 'letters' with the command 'Print All'. Its name is part of an address: lower case letters, digits and single hyphens, e.g. 'print-all'.");
    }

    [Fact]
    public void An_incomplete_description_is_refused()
    {
        Refused(() => registrations.Add(Some.Sweep(" ")), "Letters registers a sweep without a name. Give it one that staff can read, e.g. 'Notification'.");
        Refused(() => registrations.Add(Some.Sweep("Routing") with { RunAsync = null! }), "Letters registers the sweep 'Routing' without RunAsync. Set it.");
        Refused(() => registrations.Add(Some.Screen("letters") with { Title = "" }), "Letters registers the screen 'letters' without Title. Set it.");
        Refused(() => registrations.Add(Some.Screen("letters") with { Help = null! }), "Letters registers the screen 'letters' without Help. Set it.");
        Refused(() => registrations.Add(Some.Screen("letters") with { Columns = [] }), "Letters registers the screen 'letters' without Columns. Set it.");
        Refused(() => registrations.Add(Some.Screen("letters") with { Commands = null! }), "Letters registers the screen 'letters' without Commands. Set it.");
        Refused(() => registrations.Add(Some.Screen("letters") with { LoadAsync = null! }), "Letters registers the screen 'letters' without LoadAsync. Set it.");
        Refused(() => registrations.Add(Some.Panel("letters") with { Title = " " }), "Letters registers the panel 'letters' without Title. Set it.");
        Refused(() => registrations.Add(Some.Panel("letters") with { Columns = [] }), "Letters registers the panel 'letters' without Columns. Set it.");
        Refused(() => registrations.Add(Some.Panel("letters") with { LoadAsync = null! }), "Letters registers the panel 'letters' without LoadAsync. Set it.");
        Refused(
            () => registrations.Add(Some.Screen("letters") with { Commands = [Some.Command("print") with { RunAsync = null! }] }),
            "Letters registers the screen 'letters' with the command 'print' without RunAsync. Set it.");
    }

    [Fact]
    public void Columns_and_commands_of_a_screen_have_names_of_their_own()
    {
        var column = new ScreenColumn { Name = "Title", Title = "Title" };

        Refused(
            () => registrations.Add(Some.Screen("letters") with { Columns = [column, column] }),
            "Letters registers the screen 'letters' with two columns named 'Title'. Rename one.");
        Refused(
            () => registrations.Add(Some.Screen("letters") with { Commands = [Some.Command("print"), Some.Command("print")] }),
            "Letters registers the screen 'letters' with two commands named 'print'. Rename one.");
    }

    [Fact]
    public void A_filter_looks_at_a_column_of_the_screen_by_rising_days()
    {
        Refused(
            () => registrations.Add(Some.Screen("letters") with { Filters = [new ScreenFilter.Choices { Column = "Pickup" }] }),
            $"Letters registers the screen 'letters' with a filter by 'Pickup', which is none of its columns: {Columns}. Name one of them.");
        foreach (var days in (int[][])[[0], [3, 1], [1, 1]])
            Refused(
                () => registrations.Add(Some.Screen("letters") with { Filters = [new ScreenFilter.Waiting { Column = Columns, Days = days }] }),
                $"Letters registers the screen 'letters' with a filter by '{Columns}' whose days do not rise from 1, or whose TooLong is below 0. Write e.g. Days = [1, 3, 7], TooLong = 7.");
        registrations.Add(Some.Screen("letters") with { Filters = [new ScreenFilter.Waiting { Column = Columns, Days = [1, 3], TooLong = 7 }] });
    }

    [Fact]
    public void After_the_start_nothing_is_taken_any_more()
    {
        registrations.Keep();

        Refused(
            () => registrations.Add(Some.Sweep("Late")),
            "Letters registers the sweep 'Late' after its start has finished. Whatever an add-in contributes is registered within StartAsync; do it there, before it returns.");
    }

    [Fact]
    public void After_a_failed_start_nothing_stays_and_nothing_is_taken()
    {
        registrations.Add(Some.Sweep("Routing"));
        registrations.Add(Some.Screen("letters"));
        registrations.Add(Some.Panel("letters"));

        registrations.Drop();

        Assert.Empty(registrations.Of<Sweep>());
        Assert.Empty(registrations.Of<Screen>());
        Assert.Empty(registrations.Of<RequestPanel>());
        Refused(
            () => registrations.Add(Some.Sweep("Late")),
            "Letters registers the sweep 'Late' after its start has failed. Whatever an add-in contributes is registered within StartAsync; do it there, before it returns.");
    }

    private static void Refused(Action register, string message) => Assert.Equal(message, Assert.Throws<InvalidOperationException>(register).Message);
}
