using System.Runtime.InteropServices;

namespace Iasios.Core.Tags;

/// <summary>Finds the cues of every card on the pages of one document, one language after the other. Of one phrase only the first places are kept.</summary>
internal sealed class CueCollector(Layout layout, int cards)
{
    private const int PhrasesPerLanguage = 1 << 20;
    private const int MostPlaces = 40;
    private const int TitleWeight = 2;

    private readonly List<Cue>?[] cues = new List<Cue>?[cards];
    private readonly List<Cue>?[] misleading = new List<Cue>?[cards];
    private readonly Dictionary<(int Card, int Phrase), int> places = [];
    private readonly List<Word> words = [];
    private readonly List<CueHit> hits = [];

    /// <summary>The cues of a card in the order of pages.</summary>
    public IReadOnlyList<Cue> CuesOf(int card) => cues[card] ?? [];

    /// <summary>The misleading contexts of a card.</summary>
    public IReadOnlyList<Cue> MisleadingOf(int card) => misleading[card] ?? [];

    /// <summary>The stems of all pages; those of the title count more.</summary>
    public TermCounts Terms { get; } = new();

    /// <summary>Reads all pages with the cards of one language.</summary>
    public void Read(CueIndex index, CancellationToken cancellationToken)
    {
        var reader = new WordReader(index.Lexicon);
        for (var page = 0; page < layout.Pages.Count; page++)
        {
            reader.Read(layout.Pages[page].Text, words, cancellationToken);
            index.Find(reader, words, hits);
            Terms.Add(reader, words);
            foreach (var hit in hits)
            {
                Keep(hit, page, (int)index.Lexicon.Language * PhrasesPerLanguage);
            }

            cancellationToken.ThrowIfCancellationRequested();
        }

        reader.Read(layout.Title?.Text ?? "", words, cancellationToken);
        Terms.Add(reader, words, TitleWeight);
    }

    private void Keep(CueHit hit, int page, int firstPhrase)
    {
        var phrase = firstPhrase + hit.Phrase;
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(places, (hit.Use.Card, phrase), out _);
        if (++count > MostPlaces)
        {
            return;
        }

        var lists = hit.Use.Roles.HasFlag(PhraseRoles.Misleading) ? misleading : cues;
        var strong = hit.Use.Roles.HasFlag(PhraseRoles.Strong);
        var start = words[hit.First].Start;
        (lists[hit.Use.Card] ??= []).Add(new(
            phrase,
            hit.Use.Written,
            strong,
            (strong || hit.Use.Roles.HasFlag(PhraseRoles.Deciding)) && !words[hit.First].Has(WordMarks.AfterPlace),
            hit.Use.IsSingleWord && !strong,
            page,
            start,
            words[hit.Last].End,
            layout.LineAt(page, start),
            hit.Sharing,
            hit.Use.IsSingleWord));
    }
}
