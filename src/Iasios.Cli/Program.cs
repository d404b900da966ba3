using System.CommandLine;
using Iasios.Cli.Read;
using Iasios.Cli.Run;

var root = new RootCommand("IASIOS evidence processor") { RunCommand.Create(), ReadCommand.Create() };

// A stop by Ctrl-C waits for the programs that were started, so that nothing is lost.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
