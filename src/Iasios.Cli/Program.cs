using System.CommandLine;
using Iasios.Cli.Evaluate;
using Iasios.Cli.Read;
using Iasios.Cli.Run;
using Iasios.Cli.Tag;
using Iasios.Cli.Train;

var root = new RootCommand("IASIOS evidence processor") { RunCommand.Create(), ReadCommand.Create(), TagCommand.Create(), EvaluateCommand.Create(), TrainCommand.Create() };

// A stop by Ctrl-C waits for the programs that were started, so that nothing is lost.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
