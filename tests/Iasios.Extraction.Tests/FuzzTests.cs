using Iasios.Fuzz;

namespace Iasios.Extraction.Tests;

/// <summary>Broken documents of every kind; <c>tests/Iasios.Fuzz</c> runs as many as one likes.</summary>
public sealed class FuzzTests
{
    private const int Mutations = 200;

    [Fact]
    public async Task Two_hundred_mutated_documents_all_end_with_text_or_a_reason()
    {
        var mutator = Mutator.Load(Samples("sample-evidence"), Path.Combine(AppContext.BaseDirectory, "documents"));

        var result = await new Fuzzer(mutator, seed: 1).RunAsync(0, Mutations, TextWriter.Null, CancellationToken.None);

        Assert.Empty(result.Faults);
        Assert.Equal(Mutations, result.Outcomes.Values.Sum());
    }

    [Fact]
    public void The_same_seed_and_number_always_give_the_same_document()
    {
        var mutator = Mutator.Load(Path.Combine(AppContext.BaseDirectory, "documents"));

        Assert.All(Enumerable.Range(0, 20), number => Assert.Equal(mutator.Mutate(7, number), mutator.Mutate(7, number)));
        Assert.NotEqual(mutator.Mutate(7, 1), mutator.Mutate(8, 1));
    }

    private static string Samples(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IasiosFunctions.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, name);
    }
}
