using IllAddins.Host.Addins;
using IllAddins.Host.Cli;

UnhandledAddinExceptions.Install();
LastWords.Install();
var code = await CommandLine.RunAsync(args, TimeProvider.System, Console.Out, Console.Error);
// A thread of an add-in's own that is left must not keep the process.
Environment.Exit(code);
return code;
