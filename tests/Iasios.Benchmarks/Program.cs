using System.CommandLine;
using Iasios.Benchmarks;

// Measures the running product: Azurite, local host, published app. Run ./test or ./run first, which build them.
var count = new Option<int?>("--count") { Description = "How many documents." };
var latency = new Command("latency", "From upload to changed status, one two-page PDF at a time (40 unless given).") { count };
latency.SetAction(arguments => Latency.RunAsync(arguments.GetValue(count) ?? 40, events: true));
var reconcile = new Command("reconcile", "The same without events: the reconciler alone (6 unless given).") { count };
reconcile.SetAction(arguments => Latency.RunAsync(arguments.GetValue(count) ?? 6, events: false));
var burst = new Command("burst", "Many small documents at once (1,000 unless given): how fast, none lost, none twice.") { count };
burst.SetAction(arguments => Burst.RunAsync(arguments.GetValue(count) ?? 1000));
var folder = new Argument<string>("folder") { Description = "Where the PDFs are." };
var recall = new Command("recall", "Which words of pdftotext's own text the reader finds, for every PDF of a folder.") { folder };
recall.SetAction(arguments => Recall.RunAsync(arguments.GetValue(folder)!));
var reading = new Command("reading", "What the reader costs beside pdftotext alone, on the PDFs of a folder with 2 pages and with 10 and more.") { folder };
reading.SetAction(arguments => ReadingSpeed.RunAsync(arguments.GetValue(folder)!));

return await new RootCommand("Measures the running product.") { latency, reconcile, burst, recall, reading }.Parse(args).InvokeAsync();
