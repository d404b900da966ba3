using System.CommandLine;
using Iasios.OcrRig;

// Reads pages of known text in five languages, and says how many of their words were found.
var seed = new Option<int>("--seed") { Description = "Of the noise.", DefaultValueFactory = _ => 1 };
var recall = new Command("recall", "Word recall and seconds a page, by the product and by bare Tesseract.") { seed };
recall.SetAction(arguments => RecallTable.RunAsync(arguments.GetValue(seed)));
var confidence = new Command("confidence", "Word recall at 200 and 300 dpi beside Tesseract's own confidence, for more and more wear.") { seed };
confidence.SetAction(arguments => ConfidenceTable.Run(arguments.GetValue(seed)));

return await new RootCommand("Measures the recognition of scanned pages.") { recall, confidence }.Parse(args).InvokeAsync();
