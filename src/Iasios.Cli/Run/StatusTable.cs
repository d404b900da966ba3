using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Iasios.Cli.Run;

/// <summary>Prints the status for people at a terminal.</summary>
internal static class StatusTable
{
    // Each state has a sign of its own: colour alone would not do on every terminal, nor for every eye.
    private static readonly Dictionary<string, (string Sign, string Words, string Colour)> States = new(StringComparer.Ordinal)
    {
        ["evidenced"] = ("+", "evidenced (confirmed by a person)", "green"),
        ["dueSoon"] = ("~", "evidenced, lapses within 30 days", "green"),
        ["found"] = ("*", "found, not confirmed", "aqua"),
        ["needsReview"] = ("?", "needs a person", "yellow"),
        ["expired"] = ("!", "lapsed", "red"),
        ["missing"] = ("-", "missing", "grey"),
    };

    public static void Write(IAnsiConsole console, JsonObject status)
    {
        WriteVerdict(console, status);
        WriteMatrix(console, status);
        WriteForPerson(console, status);
    }

    private static void WriteVerdict(IAnsiConsole console, JsonObject status)
    {
        var core = status["core"]!;
        var centre = status["verdict"]!["accreditedCentre"]!;
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{Text(status["facility"]!["name"])}[/], {Text(status["asOf"])}");
        console.MarkupLineInterpolated($"Accredited Centre: [bold]{Words(Text(centre["state"]))}[/]. Core: {Number(core["evidenced"])} evidenced, {Number(core["found"])} found but not confirmed, of {Number(core["total"])}.");
        console.MarkupLineInterpolated($"Centre of Excellence: [bold]{Words(Text(status["verdict"]!["centreOfExcellence"]!["state"]))}[/]. {Text(status["verdict"]!["centreOfExcellence"]!["reasons"]![0])}");
        console.WriteLine("What blocks:");
        foreach (var group in centre["blocking"]!.AsArray().GroupBy(item => Text(item!["reason"]), StringComparer.Ordinal))
        {
            var codes = group.Select(item => (string?)item!["code"]).OfType<string>().ToList();
            console.MarkupLineInterpolated($"  {group.Key} {string.Join(' ', codes)}");
        }
    }

    private static void WriteMatrix(IAnsiConsole console, JsonObject status)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("", "Standard (working title)", "Core", "Extended");
        foreach (var standard in status["standards"]!.AsArray())
        {
            table.AddRow(
                new Text(Number(standard!["number"])),
                new Text(Text(standard["title"])),
                new Markup(Letters(standard, "core")),
                new Markup(Letters(standard, "extended")));
        }

        console.Write(table);
        console.MarkupLine(string.Join("   ", States.Values.Select(state => $"[{state.Colour}]{state.Sign} {state.Words}[/]")));
        console.MarkupLineInterpolated($"[grey]{Text(status["catalogue"]!["note"])}[/]");
    }

    private static string Letters(JsonNode standard, string tier)
    {
        var letters = standard["codes"]!.AsArray()
            .Where(code => Text(code!["tier"]) == tier)
            .Select(code => $"[{States[Text(code!["state"])].Colour}]{Text(code["code"])} {States[Text(code["state"])].Sign}[/]")
            .ToList();
        return letters.Count == 0 ? $"[grey]no {tier} requirement{(tier == "core" ? "" : " known")}[/]" : string.Join("   ", letters);
    }

    private static void WriteForPerson(IAnsiConsole console, JsonObject status)
    {
        var documents = status["documents"]!["needPerson"]!.AsArray();
        if (documents.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).Title("Documents that need a person").AddColumns("Document", "Why");
        foreach (var document in documents)
        {
            table.AddRow(new Text(Text(document!["name"])), new Text(Text(document["reason"])));
        }

        console.Write(table);
    }

    private static string Words(string state) => state switch
    {
        "ready" => "ready",
        "notReady" => "not ready",
        "cannotJudge" => "cannot be judged",
        _ => "not open",
    };

    private static string Text(JsonNode? node) => (string?)node ?? "";

    private static string Number(JsonNode? node) => ((int?)node ?? 0).ToString(CultureInfo.InvariantCulture);
}
