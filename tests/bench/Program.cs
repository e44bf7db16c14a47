using IllAddins.Bench;

// How fast the product is, as built, and how that compares with the bare work in the same run. Figures to read, never to assert: machines differ.
var benches = new Dictionary<string, Func<BenchOrder, Task>>
{
    ["import"] = ImportBench.RunAsync,
    ["sweep"] = SweepBench.RunAsync,
    ["redecide"] = RedecideBench.RunAsync,
    ["screen"] = ScreenBench.RunAsync,
    ["browser"] = BrowserBench.RunAsync,
    ["scripts"] = ScriptBench.RunAsync,
    ["containment"] = ContainmentBench.RunAsync,
    ["letters"] = LetterBench.RunAsync,
    ["webplatform"] = WebPlatformBench.RunAsync,
    ["delivery"] = DeliveryBench.RunAsync,
    ["deliver"] = DeliverOnce.RunAsync,
    ["idle"] = IdleBench.RunAsync,
};
if (BenchOrder.Read(args) is not { } order || !benches.TryGetValue(order.Verb, out var bench))
{
    Console.Error.WriteLine($"Usage: {string.Join(" | ", benches.Keys)} [--rows N] [--due N] [--home DIR]\n{BenchOrder.Help}");
    return 2;
}

await bench(order);
return 0;
