using System.Reflection;
using IllAddins.Host.Addins;

namespace IllAddins.Tests.Addins;

public sealed class AddinPreflightTests : IDisposable
{
    private static readonly HostFacts TheHost = new()
    {
        Contract = new Version(1, 4, 0, 0),
        Runtime = new Version(10, 0, 12),
        AssemblyVersion = name => name is "System.Runtime" ? new Version(10, 0, 0, 0) : name is "Dapper" ? new Version(2, 0, 0, 0) : null,
    };

    private readonly AddinsOnDisk disk = new();

    public void Dispose() => disk.Dispose();

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 4)]
    public void An_add_in_for_this_or_an_earlier_minor_contract_is_fit(int major, int minor)
    {
        disk.Write(new PaperAssembly { Name = "Letters", Contract = new Version(major, minor, 0, 0), InformationalVersion = "3.2.1-beta+5f0c1d" });

        var fit = Assert.IsType<PreflightAnswer.Fit>(AddinPreflight.Examine(disk.Candidate("Letters"), TheHost));

        Assert.Equal("Letters.Plugin", fit.ClassName);
        Assert.Equal("3.2.1-beta", fit.Facts?.Version);
    }

    [Fact]
    public void Without_an_informational_version_the_assembly_version_stands_in()
    {
        disk.Write(new PaperAssembly { Name = "Letters" });

        Assert.Equal("3.2.1.0", AddinPreflight.Examine(disk.Candidate("Letters"), TheHost).Facts?.Version);
    }

    [Fact]
    public void A_later_contract_is_refused()
    {
        disk.Write(new PaperAssembly { Name = "CustomerContact", Contract = new Version(1, 7, 0, 0) });

        Refused("CustomerContact", "CustomerContact was built for contract 1.7; this host speaks 1.4. Update the host, or rebuild the add-in against 1.4.");
    }

    [Fact]
    public void A_later_major_contract_is_refused_though_its_minor_is_lower()
    {
        disk.Write(new PaperAssembly { Name = "CustomerContact", Contract = new Version(2, 0, 0, 0) });

        Refused("CustomerContact", "CustomerContact was built for contract 2.0; this host speaks 1.4. Update the host, or rebuild the add-in against 1.4.");
    }

    [Fact]
    public void An_earlier_major_contract_is_refused_and_no_newer_host_would_help()
    {
        disk.Write(new PaperAssembly { Name = "CustomerContact", Contract = new Version(0, 9, 0, 0) });

        Refused("CustomerContact", "CustomerContact was built for contract 0.9; this host speaks 1.4. Rebuild the add-in against 1.4.");
    }

    [Fact]
    public void An_assembly_that_does_not_refer_to_the_contract_is_refused()
    {
        disk.Write(new PaperAssembly { Name = "Tool", Contract = null });

        Refused("Tool", "Tool is no add-in: it does not refer to the contract IllAddins.Abstractions. Build it against IllAddins.Abstractions 1.4, or move it out of the add-ins folder.");
    }

    [Fact]
    public void A_text_file_named_dll_is_refused()
    {
        disk.Write("This is no assembly.", "Letters", "Letters.dll");

        Refused("Letters", $"Letters is no .NET assembly: '{disk.Under("Letters", "Letters.dll")}' is a file of another kind, or half of one. Copy the add-in's built Letters.dll there again.");
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        disk.Write("", "Letters", "Letters.dll");

        Refused("Letters", $"Letters is no .NET assembly: '{disk.Under("Letters", "Letters.dll")}' is an empty file. Copy the add-in's built Letters.dll there again.");
    }

    [Fact]
    public void Every_cut_of_an_assembly_is_refused_and_none_throws()
    {
        disk.Write(new PaperAssembly { Name = "Letters" });
        var whole = File.ReadAllBytes(disk.Under("Letters", "Letters.dll"));

        for (var length = 1; length < 1000; length += 7)
        {
            File.WriteAllBytes(disk.Under("Letters", "Letters.dll"), whole[..length]);
            Assert.IsType<PreflightAnswer.Unfit>(AddinPreflight.Examine(disk.Candidate("Letters"), TheHost));
        }
    }

    [Fact]
    public void A_later_framework_is_refused()
    {
        disk.Write(new PaperAssembly { Name = "Letters", Framework = ".NETCoreApp,Version=v11.0" });

        Refused("Letters", "Letters was built for .NET 11.0; this host runs on .NET 10.0. Update the host, or rebuild the add-in for .NET 10.0.");
    }

    [Fact]
    public void A_later_framework_is_told_by_its_runtime_where_none_is_named()
    {
        disk.Write(new PaperAssembly { Name = "Letters", Framework = null, References = new Dictionary<string, Version> { ["System.Runtime"] = new(11, 0, 0, 0) } });

        Refused("Letters", "Letters was built for .NET 11.0; this host runs on .NET 10.0. Update the host, or rebuild the add-in for .NET 10.0.");
    }

    [Fact]
    public void The_dot_net_framework_is_refused()
    {
        disk.Write(new PaperAssembly { Name = "Letters", Framework = ".NETFramework,Version=v4.8" });

        Refused("Letters", "Letters was built for .NET Framework 4.8; this host runs on .NET 10.0. Rebuild the add-in for .NET 10.0.");
    }

    [Fact]
    public void A_folder_without_its_assembly_is_refused()
    {
        disk.Write("", "Letters", "readme.txt");

        Refused("Letters", $"Letters has no assembly: looked for '{disk.Under("Letters", "Letters.dll")}'. Copy the add-in's whole build output there, or remove the folder '{disk.Under("Letters")}'.");
    }

    [Fact]
    public void A_folder_whose_one_add_in_bears_another_name_says_so()
    {
        new PaperAssembly { Name = "Acme.Letters" }.WriteTo(disk.Under("Letters"));
        new PaperAssembly { Name = "Acme.Parts", Contract = null }.WriteTo(disk.Under("Letters"));

        Refused("Letters", $"Letters has no assembly: looked for '{disk.Under("Letters", "Letters.dll")}' and found Acme.Letters.dll, which holds an add-in. Rename the folder to Acme.Letters, or build the add-in with the assembly name Letters.");
    }

    [Fact]
    public void A_renamed_file_is_refused()
    {
        new PaperAssembly { Name = "Acme.Letters" }.WriteTo(disk.Under("Letters"));
        File.Move(disk.Under("Letters", "Acme.Letters.dll"), disk.Under("Letters", "Letters.dll"));

        Refused("Letters", "Letters.dll holds the assembly Acme.Letters; folder, file and assembly bear one name. Rename folder and file to Acme.Letters, or build with the assembly name Letters.");
    }

    [Fact]
    public void An_assembly_without_an_add_in_class_is_refused()
    {
        disk.Write(new PaperAssembly { Name = "Letters", Classes = [new PaperClass("Printer") { IsAddin = false }] });

        Refused("Letters", "Letters has no add-in class; expected one public class that implements IllAddins.IAddin and has a public constructor without parameters. Add it.");
    }

    [Fact]
    public void An_add_in_class_that_is_not_public_is_refused()
    {
        disk.Write(new PaperAssembly { Name = "Letters", Classes = [new PaperClass("Plugin") { Attributes = TypeAttributes.NotPublic }] });

        Refused("Letters", "Letters has no add-in class that the host can make: Letters.Plugin is not public. Make it a public class with a public constructor without parameters.");
    }

    [Fact]
    public void An_abstract_add_in_class_is_refused()
    {
        disk.Write(new PaperAssembly { Name = "Letters", Classes = [new PaperClass("Plugin") { Attributes = TypeAttributes.Public | TypeAttributes.Abstract }] });

        Refused("Letters", "Letters has no add-in class that the host can make: Letters.Plugin is abstract. Make it a public class with a public constructor without parameters.");
    }

    [Fact]
    public void An_add_in_class_whose_constructor_wants_something_is_refused()
    {
        disk.Write(new PaperAssembly { Name = "Letters", Classes = [new PaperClass("Plugin") { ConstructorParameters = 1 }] });

        Refused("Letters", "Letters has no add-in class that the host can make: Letters.Plugin has no public constructor without parameters. Make it a public class with a public constructor without parameters.");
    }

    [Fact]
    public void Two_add_in_classes_are_refused()
    {
        disk.Write(new PaperAssembly { Name = "Letters", Classes = [new PaperClass("Plugin"), new PaperClass("Other")] });

        Refused("Letters", "Letters has 2 add-in classes, Letters.Plugin and Letters.Other; expected one. Make one of them start what the others do, or build an add-in for each.");
    }

    [Fact]
    public void A_class_is_an_add_in_by_its_abstract_base_class()
    {
        disk.Write(new PaperAssembly
        {
            Name = "Letters",
            Classes = [new PaperClass("Common") { Attributes = TypeAttributes.Public | TypeAttributes.Abstract }, new PaperClass("Plugin") { Base = "Common", IsAddin = false }],
        });

        Assert.Equal("Letters.Plugin", Assert.IsType<PreflightAnswer.Fit>(AddinPreflight.Examine(disk.Candidate("Letters"), TheHost)).ClassName);
    }

    [Fact]
    public void A_missing_package_is_named()
    {
        disk.Write(WithReference("Acme.Fonts", new Version(5, 1, 0, 0)));

        Refused("Letters", $"Letters needs Acme.Fonts 5.1.0.0, which is neither in '{disk.Under("Letters")}' nor part of the host. Copy the add-in's whole build output there (its project needs EnableDynamicLoading).");
    }

    [Fact]
    public void A_package_in_the_folder_is_not_missing()
    {
        disk.Write(WithReference("Acme.Fonts", new Version(5, 1, 0, 0)));
        new PaperAssembly { Name = "Acme.Fonts" }.WriteTo(disk.Under("Letters"));

        Assert.IsType<PreflightAnswer.Fit>(AddinPreflight.Examine(disk.Candidate("Letters"), TheHost));
    }

    [Fact]
    public void A_package_that_the_host_has_in_an_earlier_version_only_is_named()
    {
        disk.Write(WithReference("Dapper", new Version(3, 0, 0, 0)));

        Refused("Letters", $"Letters needs Dapper 3.0.0.0; the host has 2.0.0.0, and '{disk.Under("Letters")}' has none. Copy the add-in's whole build output there (its project needs EnableDynamicLoading).");
    }

    [Theory]
    [InlineData("libe_sqlite3.so")]
    [InlineData("SQLitePCLRaw.core.dll")]
    public void A_file_that_the_build_listed_and_nobody_copied_is_named(string file)
    {
        disk.Lay("GoodAddin");
        var manifest = File.ReadAllText(disk.Under("GoodAddin", "GoodAddin.deps.json"));
        if (!manifest.Contains(file, StringComparison.Ordinal))
            return; // the native library bears another name on this platform
        File.Delete(disk.Under("GoodAddin", file));

        Assert.Equal(
            $"GoodAddin is incomplete: its GoodAddin.deps.json names {file}, which is not in '{disk.Under("GoodAddin")}'. Copy the add-in's whole build output there (its project needs EnableDynamicLoading).",
            Assert.IsType<PreflightAnswer.Unfit>(AddinPreflight.Examine(disk.Candidate("GoodAddin"), HostFacts.OfThisProcess())).Why);
    }

    [Theory]
    [InlineData("{ \"runtimeTarget\": ")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void A_broken_manifest_is_refused(string manifest)
    {
        disk.Write(new PaperAssembly { Name = "Letters" });
        disk.Write(manifest, "Letters", "Letters.deps.json");

        var unfit = Assert.IsType<PreflightAnswer.Unfit>(AddinPreflight.Examine(disk.Candidate("Letters"), TheHost));

        Assert.StartsWith("Letters is incomplete: its Letters.deps.json cannot be read (", unfit.Why, StringComparison.Ordinal);
        Assert.EndsWith("). Copy the add-in's whole build output there (its project needs EnableDynamicLoading).", unfit.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void The_built_fixture_add_ins_are_fit_for_this_process()
    {
        foreach (var fixture in new[] { "GoodAddin", "Misbehaving", "ThrowsInConstructor" })
        {
            disk.Lay(fixture);
            Assert.Equal($"{fixture}.{fixture}", Assert.IsType<PreflightAnswer.Fit>(AddinPreflight.Examine(disk.Candidate(fixture), HostFacts.OfThisProcess())).ClassName);
        }
    }

    private static PaperAssembly WithReference(string name, Version version) => new()
    {
        Name = "Letters",
        References = new Dictionary<string, Version> { ["System.Runtime"] = new(10, 0, 0, 0), [name] = version },
    };

    private void Refused(string addin, string why) =>
        Assert.Equal(why, Assert.IsType<PreflightAnswer.Unfit>(AddinPreflight.Examine(disk.Candidate(addin), TheHost)).Why);
}
