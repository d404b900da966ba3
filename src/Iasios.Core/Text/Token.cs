namespace Iasios.Core.Text;

/// <summary>One word of a page.</summary>
/// <param name="Start">Where it begins in the page's text, in UTF-16 units.</param>
/// <param name="End">The unit after its last one.</param>
/// <param name="Word">The word in folded letters.</param>
/// <param name="Stem">The form under which it is compared.</param>
/// <param name="Capitals">Written in capitals, but for a plural's s.</param>
/// <param name="AfterBreak">A sentence, a table cell or a paragraph ends before it, so that no phrase runs across.</param>
/// <param name="Joined">The stem of this word and the next in one, where a hyphen at the line's end parts them; otherwise null.</param>
internal readonly record struct Token(int Start, int End, string Word, string Stem, bool Capitals, bool AfterBreak, string? Joined);
