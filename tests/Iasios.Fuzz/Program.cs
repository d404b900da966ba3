using System.CommandLine;
using System.Diagnostics;
using Iasios.Fuzz;

// Mutates sample documents and reads them: every one must end with text or a reason, within the limits.
var folders = new Argument<DirectoryInfo[]>("samples") { Description = "Folders with documents to mutate.", Arity = ArgumentArity.OneOrMore };
var seed = new Option<int>("--seed") { Description = "The same seed gives the same mutations.", DefaultValueFactory = _ => 1 };
var count = new Option<int>("--count") { Description = "How many.", DefaultValueFactory = _ => 200 };
var only = new Option<int?>("--only") { Description = "Only the mutation of this number, to look at a fault." };
var keep = new Option<FileInfo?>("--keep") { Description = "With --only: where to write the mutated file." };

var root = new RootCommand("Reads mutated documents.") { folders, seed, count, only, keep };
root.SetAction(async (arguments, cancellationToken) =>
{
    var fuzzer = new Fuzzer(Mutator.Load([.. arguments.GetRequiredValue(folders).Select(folder => folder.FullName)]), arguments.GetValue(seed));
    if (arguments.GetValue(keep) is { } file)
    {
        await File.WriteAllBytesAsync(file.FullName, fuzzer.Mutated(arguments.GetValue(only) ?? 0), cancellationToken);
    }

    var clock = Stopwatch.StartNew();
    var result = arguments.GetValue(only) is { } number
        ? await fuzzer.RunAsync(number, 1, Console.Error, cancellationToken)
        : await fuzzer.RunAsync(0, arguments.GetValue(count), Console.Error, cancellationToken);
    foreach (var (outcome, times) in result.Outcomes)
    {
        Console.WriteLine($"{outcome,-14} {times,7}");
    }

    using var self = Process.GetCurrentProcess();
    Console.WriteLine($"slowest {result.Slowest.TotalSeconds:0.0} s, peak memory of this process {self.PeakWorkingSet64 >> 20} MiB, in all {clock.Elapsed.TotalSeconds:0} s");
    Console.WriteLine($"{result.Mutations} mutations, {result.Faults.Count} faults");
    return result.Faults.Count == 0 ? 0 : 1;
});

return await root.Parse(args).InvokeAsync();
