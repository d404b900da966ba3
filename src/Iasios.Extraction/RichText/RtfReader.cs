using System.Collections.Frozen;
using Iasios.Core.Text;

namespace Iasios.Extraction.RichText;

/// <summary>Reads the text of rich text (RTF): what its control words lay out, without what they only describe.</summary>
internal sealed class RtfReader(DocumentBudget budget, int maxDepth)
{
    public const string Format = "rtf";

    // What these groups hold is no text of the document. "{\*" begins a group that a reader passes over unless it knows it.
    private static readonly FrozenSet<string> LeftOut = FrozenSet.Create(
        "stylesheet", "colortbl", "info", "pict", "object", "objdata", "themedata", "colorschememapping", "datastore", "latentstyles", "listtable", "listoverridetable",
        "revtbl", "rsidtbl", "generator", "fldinst", "xmlnstbl", "filetbl", "nonshppict", "bkmkstart", "bkmkend", "pntext", "pntxta", "pntxtb", "template", "fchars", "lchars",
        "sp", "shprslt", "nonesttables");

    private readonly RtfFonts fonts = new();
    private readonly RtfText text = new(budget);
    private readonly Stack<Group> groups = new();
    private Group group = new(Skip: false, IsStarred: false, InFonts: false, Font: -1, FallbackBytes: 1);
    private int toSkip;

    public static Reading Read(string path, ReadingLimits limits, DocumentBudget budget, CancellationToken cancellationToken)
    {
        try
        {
            using var file = File.OpenRead(path);
            return new RtfReader(budget, limits.MaxMarkupDepth).Read(new(new BufferedStream(file, 64 * 1024)), cancellationToken);
        }
        catch (UnusableDocumentException unusable)
        {
            return Refusal.Of(unusable.Outcome, Format, unusable.Message);
        }
    }

    private Reading Read(RtfTokens tokens, CancellationToken cancellationToken)
    {
        while (tokens.Read())
        {
            switch (tokens.Mark)
            {
                case RtfMark.GroupStart:
                    cancellationToken.ThrowIfCancellationRequested();
                    OpenGroup();
                    break;
                case RtfMark.GroupEnd:
                    group = groups.TryPop(out var outer) ? outer : group;
                    toSkip = 0;
                    break;
                case RtfMark.Control:
                    Control(tokens);
                    break;
                case RtfMark.Byte when toSkip > 0:
                    toSkip--;
                    break;
                case RtfMark.Byte when !group.Skip && !group.InFonts:
                    text.Write(tokens.Byte, fonts.Of(group.Font));
                    break;
            }
        }

        return Judge(isWhole: groups.Count == 0);
    }

    private Reading Judge(bool isWhole)
    {
        var pages = text.Finish();
        return pages.Count == 0
            ? Refusal.Of(ReadingOutcome.NeedsOcr, Format, "The document has no text: it is empty, or its pages are pictures. Please hand in the document with its text.")
            : isWhole
                ? new(ReadingOutcome.Read, Reason: null, Format, PageCount: null, pages)
                : new(ReadingOutcome.Partial, "The end of the file is missing, so text may be missing too.", Format, PageCount: null, pages);
    }

    private void OpenGroup()
    {
        if (groups.Count == maxDepth)
        {
            throw new UnusableDocumentException(ReadingOutcome.Unreadable, "The file is nested too deeply to be a document. Please make it again.");
        }

        groups.Push(group);
    }

    private void Control(RtfTokens tokens)
    {
        var (word, number) = (tokens.Word, tokens.Number);
        if (word == "bin")
        {
            tokens.SkipBytes(number ?? 0);
        }
        else if (toSkip > 0 && word != "u")
        {
            toSkip--;
        }
        else if (word == "fonttbl")
        {
            group = group with { InFonts = true };
        }
        else if (group.InFonts)
        {
            fonts.Define(word, number ?? 0);
        }
        else if (word == "*")
        {
            group = group with { IsStarred = true };
        }
        else if (group.IsStarred || LeftOut.Contains(word))
        {
            // Of those that may be passed over, only a shape holds text.
            group = group with { IsStarred = false, Skip = group.Skip || word != "shpinst" };
        }
        else if (!group.Skip)
        {
            Lay(word, number);
        }
    }

    private void Lay(string word, int? number)
    {
        switch (word)
        {
            case "ansicpg":
                fonts.SetDocument(number ?? 0);
                break;
            case "f":
                group = group with { Font = number ?? -1 };
                break;
            case "plain":
                group = group with { Font = -1 };
                break;
            case "uc":
                group = group with { FallbackBytes = Math.Clamp(number ?? 1, 0, 8) };
                break;
            case "u":
                text.Write((char)(ushort)(number ?? '?'));
                toSkip = group.FallbackBytes;
                break;
            default:
                text.Control(word);
                break;
        }
    }

    /// <param name="Skip">Its text is left out.</param>
    /// <param name="IsStarred">It began with "\*", and its name is to come.</param>
    /// <param name="InFonts">It is the font table.</param>
    /// <param name="Font">That its text is set in; -1 for the document's.</param>
    /// <param name="FallbackBytes">Bytes after a Unicode character, for readers that don't know it.</param>
    private readonly record struct Group(bool Skip, bool IsStarred, bool InFonts, int Font, int FallbackBytes);
}
