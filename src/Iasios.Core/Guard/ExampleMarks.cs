using System.Buffers;

namespace Iasios.Core.Guard;

/// <summary>Says which lines hold values that are clearly marked as examples.</summary>
internal sealed class ExampleMarks(GuardPage page)
{
    private const int Above = 8;
    private const int AroundPlaceholder = 6;
    private const int ShortLine = 80;

    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["example", "beispiel", "muster", "exemple", "ejemplo", "esempio", "specimen", "sample patient", "sample label", "dummy", "test patient", "testpatient", "patient test", "paciente de prueba", "paziente di prova", "e.g.", "z.b.", "z. b.", "p. ej.", "p.ej.", "p. es.", "ad es."],
        StringComparison.Ordinal);

    // Of a page as a whole.
    private static readonly SearchValues<string> Invented = SearchValues.Create(
        ["fictitious", "fictional", "invented data", "invented patient", "fiktiv", "erfundene", "fictif", "fictive", "ficticio", "ficticia", "fittizi", "inventati", "inventado", "not a real patient", "kein echter patient"],
        StringComparison.Ordinal);

    private static readonly SearchValues<string> Placeholders = SearchValues.Create(
        ["mustermann", "musterfrau", "muster max", "max muster", "john doe", "jane doe", "doe, john", "doe, jane", "doe john", "doe jane", "joe bloggs", "fred bloggs", "fulano de tal", "fulanito", "pinco pallino", "tal dei tali", "john q. public", "erika muster"],
        StringComparison.Ordinal);

    private bool? isInvented;

    /// <summary>Whether a line's values are marked as examples: in the line, in a short line above in the same block, by a placeholder's name, or for the whole page.</summary>
    public bool Cover(int line)
    {
        if ((isInvented ??= page.Folded.AsSpan().ContainsAny(Invented)) || page.FoldedLine(line).ContainsAny(Words))
        {
            return true;
        }

        for (var at = Math.Max(0, line - AroundPlaceholder); at <= Math.Min(page.Lines.Count - 1, line + AroundPlaceholder); at++)
        {
            if (page.FoldedLine(at).ContainsAny(Placeholders))
            {
                return true;
            }
        }

        return IsBelowMark(line);
    }

    private bool IsBelowMark(int line)
    {
        var blanks = 0;
        for (var at = line - 1; at >= Math.Max(0, line - Above) && blanks < 2; at--)
        {
            if (page.IsBlank(at))
            {
                blanks++;
            }
            else if (page.Lines[at].Length <= ShortLine && page.FoldedLine(at).ContainsAny(Words))
            {
                return true;
            }
            else if (blanks > 0)
            {
                return false;
            }
        }

        return false;
    }
}
