using IllAddins.Host.Web;

namespace IllAddins.Tests.Web;

public sealed class AssetTests
{
    [Fact]
    public void The_page_of_a_screen_names_every_module_that_its_script_comes_to_import()
    {
        var modules = new Assets().Imports("screen.js");
        Assert.Contains("words.js", modules);
        Assert.Contains("elements.js", modules);
        Assert.Equal(modules.Distinct(), modules);
        Assert.DoesNotContain("screen.js", modules);
    }
}
