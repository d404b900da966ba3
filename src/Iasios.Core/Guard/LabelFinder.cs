namespace Iasios.Core.Guard;

/// <summary>A label found on a page.</summary>
/// <param name="Label">Which one.</param>
/// <param name="Line">The line's index.</param>
/// <param name="Start">Where it begins in the page.</param>
/// <param name="End">The place after it and after words that only say whose it is.</param>
/// <param name="IsPatients">Whether the words around it say that it is a patient's.</param>
internal readonly record struct FoundLabel(PatientLabel Label, int Line, int Start, int End, bool IsPatients)
{
    public LabelWeight Weight => IsPatients && Label.Weight < LabelWeight.Patient ? LabelWeight.Patient : Label.Weight;
}

/// <summary>Finds labels word by word, in one pass.</summary>
internal static class LabelFinder
{
    private const int LongestHint = 40;

    private static readonly string[] Owners =
    [
        " of the patient", " of patient", " (patient)", " des patienten", " der patientin", " der patient", " patient", " du patient", " de la patiente",
        " del paciente", " de la paciente", " del paziente", " della paziente", " del/la paziente", " paziente", " paciente", " del/la paciente",
    ];

    /// <summary>The labels of a line, in order; they do not overlap.</summary>
    public static void Find(GuardPage page, int line, List<FoundLabel> found)
    {
        var (start, end) = page.Lines[line];
        var folded = page.Folded.AsSpan();
        var previous = new Stretch(start, start);
        for (var at = start; at < end;)
        {
            if (!char.IsAsciiLetter(folded[at]))
            {
                at++;
                continue;
            }

            var word = new Stretch(at, WordEnd(folded, at, end));
            at = word.End;
            if (PatientLabels.MayBegin(folded[word.Start..word.End])
                && PatientLabels.Lookup.TryGetValue(folded[word.Start..word.End], out var labels)
                && Match(folded, labels, word, end) is var (label, labelEnd))
            {
                var after = SkipOwner(folded[..end], labelEnd);
                var owned = after > labelEnd || IsPatientWord(folded[previous.Start..previous.End]);
                found.Add(new(label, line, word.Start, SkipHint(folded, after, end), owned));
                at = after;
            }

            previous = word;
        }
    }

    /// <summary>The end of the word that begins at a place.</summary>
    public static int WordEnd(ReadOnlySpan<char> folded, int at, int end)
    {
        while (at < end && (char.IsAsciiLetterOrDigit(folded[at]) || (folded[at] > 127 && char.IsLetter(folded[at]))))
        {
            at++;
        }

        return at;
    }

    private static (PatientLabel Label, int End)? Match(ReadOnlySpan<char> folded, PatientLabel[] labels, Stretch first, int lineEnd)
    {
        foreach (var label in labels)
        {
            var at = first.End;
            var fits = true;
            foreach (var word in label.Rest)
            {
                at = SkipBetween(folded, at, lineEnd);
                var wordEnd = WordEnd(folded, at, lineEnd);
                fits = folded[at..wordEnd].SequenceEqual(word);
                at = wordEnd;
                if (!fits)
                {
                    break;
                }
            }

            if (fits)
            {
                return (label, at);
            }
        }

        return null;
    }

    // "Patienten-Nr.", "F. nac.", "ne(e) le", "n.º de historia": at most three marks between two words of a label, but no wide gap.
    private static int SkipBetween(ReadOnlySpan<char> folded, int at, int end)
    {
        var from = at;
        while (at < end && at - from < 3 && folded[at] is not ('\t' or '|' or ';' or ':') && !char.IsAsciiLetterOrDigit(folded[at])
            && !(folded[at] == ' ' && at + 1 < end && folded[at + 1] == ' '))
        {
            at++;
        }

        return at;
    }

    private static int SkipOwner(ReadOnlySpan<char> folded, int at)
    {
        foreach (var owner in Owners)
        {
            if (folded[at..].StartsWith(owner) && (at + owner.Length == folded.Length || !char.IsAsciiLetter(folded[at + owner.Length])))
            {
                return at + owner.Length;
            }
        }

        return at;
    }

    // "(TT.MM.JJJJ)", "(block capitals)"; a label's plural in brackets, too.
    private static int SkipHint(ReadOnlySpan<char> folded, int at, int end)
    {
        var open = at;
        while (open < end && open - at < 2 && folded[open] is ' ' or '.')
        {
            open++;
        }

        if (open >= end || folded[open] != '(')
        {
            return at;
        }

        var close = folded[open..Math.Min(end, open + LongestHint)].IndexOf(')');
        return close < 0 || folded.Slice(open, close).ContainsAnyInRange('0', '9') ? at : open + close + 1;
    }

    private static bool IsPatientWord(ReadOnlySpan<char> word) => word is "patient" or "patients" or "patienten" or "patientin" or "pat" or "paciente" or "paziente" or "patiente";
}
