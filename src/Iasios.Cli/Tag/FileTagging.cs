using System.Runtime.CompilerServices;
using Iasios.Cli.Read;
using Iasios.Core.Guard;
using Iasios.Core.Standards;
using Iasios.Core.Tags;
using Iasios.Core.Text;

namespace Iasios.Cli.Tag;

/// <summary>A file that was read and tagged.</summary>
/// <param name="File">Its name as printed.</param>
/// <param name="Reading">What reading it gave.</param>
/// <param name="Tagged">What tagging it gave; null when there was no text, or when it is held back.</param>
/// <param name="Findings">The patient data for which it is held back; empty when it is not.</param>
internal sealed record TaggedFile(string File, Reading Reading, TaggedDocument? Tagged, IReadOnlyList<PatientDataFinding> Findings);

/// <summary>Reads and tags files as the product would. Nothing is stored and nothing leaves the machine.</summary>
/// <param name="reading">Reads the files.</param>
/// <param name="hints">Whether folder names may speak for a code, as they do in the container.</param>
internal sealed class FileTagging(FolderReading reading, bool hints)
{
    private readonly DocumentTagger tagger = new(Catalogue.Working, RuleCards.Embedded);

    /// <summary>The files in their order.</summary>
    public async IAsyncEnumerable<TaggedFile> TagAsync(
        IReadOnlyList<FileToRead> files,
        Action<string, int, int> onPage,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var file in reading.ReadAsync(files, onPage, cancellationToken))
        {
            var findings = PatientDataGuard.Check(file.Reading.Pages, Path.GetFileName(file.File), file.Reading.Properties);
            var isTagged = findings.Count == 0 && file.Reading.Pages.Count > 0;
            yield return new(file.File, file.Reading, isTagged ? tagger.Tag(file.Reading.Pages, PathOf(file.File), cancellationToken: cancellationToken) : null, findings);
        }
    }

    private string PathOf(string file) => hints ? file.Replace('\\', '/') : Path.GetFileName(file);
}
