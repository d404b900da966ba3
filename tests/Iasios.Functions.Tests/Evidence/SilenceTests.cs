using System.Net;
using Iasios.Functions.Tests.Support;

namespace Iasios.Functions.Tests.Evidence;

/// <summary>What the app never says on its output: names, text, tokens, keys.</summary>
[Collection(nameof(UsesProduct))]
public sealed class SilenceTests(Product product)
{
    private const string Name = "Jelinek-Anamnesis";
    private const string Text = "Quastenflosser";

    [Fact]
    public async Task Names_texts_tokens_and_keys_never_reach_the_output()
    {
        var hospital = product.NewHospital();
        const string Path = $"{Name}/{Name}.txt";
        const string Broken = $"{Name}/broken.pdf";
        await hospital.HandInAsync(Path, $"{Hospital.SedationPolicy}\n{Text}");
        await hospital.HandInAsync(Broken, $"%PDF-1.7 {Text}");
        await PostAsync("ProcessEvidence", $$"""{"v":3,"blob":"{{hospital.Id}}/{{Name}}","{{Text}}":"{{hospital.Token}}"}""");
        await PostAsync("ProcessEvidence", $"{Name} {Text}");
        await PostAsync("ProcessEvidence", $$"""{"{{Name}}": {{Text}}""");
        await PostAsync("EvidenceFailed", $$"""{"{{Name}}": {{Text}}""");
        await PostAsync("EvidenceFailed", Events.EventGrid(hospital.Address(Path)));
        await product.App.PostAsync("ProcessEvidence", $$"""{"Data": {"{{Name}}": {{Text}}""");
        foreach (var address in new[] { hospital.StatusAddress, hospital.DocumentsAddress, $"{hospital.DocumentsAddress}/{hospital.KeyOf(Path)}/text", $"/api/{Name}" })
        {
            using var known = await product.App.GetAsync(address, hospital.Token);
            using var linked = await product.App.GetAsync($"{address}?access={hospital.Token}&name={Name}");
            using var unknown = await product.App.GetAsync(address, Text);
        }

        await hospital.RemoveAsync(Path);
        await Eventually.IsTrueAsync(() => product.App.Output.Contains($"Filed a document of {hospital.Id}: Attention", StringComparison.Ordinal));

        var output = product.App.Output;
        Assert.All([Name, Text, hospital.Token, AccountKey(), "broken.pdf"], secret => Assert.DoesNotContain(secret, output, StringComparison.OrdinalIgnoreCase));
    }

    private string AccountKey() => product.Storage.Split(';').Single(part => part.StartsWith("AccountKey=", StringComparison.Ordinal))["AccountKey=".Length..];

    private async Task PostAsync(string function, string message)
    {
        using var response = await product.App.InvokeAsync(function, message);
        Assert.NotEqual(HttpStatusCode.NotFound, response.StatusCode);
    }
}
