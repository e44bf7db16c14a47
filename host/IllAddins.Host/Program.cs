using IllAddins.Host.Addins;
using IllAddins.Host.Cli;

UnhandledAddinExceptions.Install();
LastWords.Install();
return await CommandLine.RunAsync(args, TimeProvider.System, Console.Out, Console.Error);
