namespace Iasios.Core.Guard;

/// <summary>Finds national and insurance numbers by their check digits, wherever they stand in a line.</summary>
internal static class NumbersOnLine
{
    private const int Before = 48;
    private const int Reach = 240;
    private const int Longest = 24;

    /// <summary>A clue for each kind of number that a line holds.</summary>
    public static void Find(GuardPage page, int line, List<Clue> clues)
    {
        var (start, end) = page.Lines[line];
        for (var at = start; at < end; at++)
        {
            if (char.IsAsciiLetterOrDigit(page.Text[at]) && (at == start || !char.IsAsciiLetterOrDigit(page.Text[at - 1])) && Read(page, line, at) is { } clue)
            {
                clues.Add(clue);
                return;
            }
        }
    }

    private static Clue? Read(GuardPage page, int line, int at)
    {
        var (lineStart, lineEnd) = page.Lines[line];
        Span<char> buffer = stackalloc char[Longest];
        var context = page.Folded.AsSpan(Math.Max(lineStart, at - Before), at - Math.Max(lineStart, at - Before));
        if (char.IsAsciiDigit(page.Text[at]))
        {
            var digits = Collapse(page.Text.AsSpan(at, lineEnd - at), buffer, " .-/");
            return OfDigits(Around(page, line, at), digits, context) is { } isHealth ? Decisive(line, isHealth) : null;
        }

        var token = Collapse(page.Text.AsSpan(at, lineEnd - at), buffer, "");
        if (token.Length is 16 or 3 or 6)
        {
            var spaced = token.Length == 16 ? token : Collapse(page.Text.AsSpan(at, lineEnd - at), buffer, " ", crossesToLetters: true);
            return spaced.Length >= 16 && NationalNumbers.IsCodiceFiscale(spaced[..16]) ? Decisive(line, isHealth: false) : null;
        }

        return token.Length switch
        {
            10 when NationalNumbers.IsKvnr(token) && (Says(context, "versicher", "kvnr", "kasse", "krankenv") || StaffWords.SpeaksOfPatient(Around(page, line, at))) => Decisive(line, isHealth: true),
            9 when NationalNumbers.IsDniOrNie(token) && IsSpanish(context) => Decisive(line, isHealth: false),
            _ => null,
        };
    }

    // A line may be as long as the document.
    private static ReadOnlySpan<char> Around(GuardPage page, int line, int at)
    {
        var from = Math.Max(page.Lines[line].Start, at - Reach);
        return page.Folded.AsSpan(from, Math.Min(page.Lines[line].End, at + Reach) - from);
    }

    // True: a health service's number; false: one that staff have too; null: none.
    private static bool? OfDigits(ReadOnlySpan<char> line, ReadOnlySpan<char> run, ReadOnlySpan<char> context)
    {
        if (run.Length >= 10 && NationalNumbers.IsNhsNumber(run[..10]) && (Says(context, "nhs") || (StaffWords.SpeaksOfPatient(line) && !IsTelephone(context))))
        {
            return true;
        }

        if (run.Length >= 10 && NationalNumbers.IsSvnr(run[..10]) && (Says(context, "sv-", "svnr", "sv ", "versicherung", "vsnr") || (StaffWords.SpeaksOfPatient(line) && !IsTelephone(context))))
        {
            return false;
        }

        if ((run.Length >= 13 && NationalNumbers.IsAhv(run[..13])) || (run.Length == 15 && NationalNumbers.IsNir(run) && !EndsWithLetterOrDigit(context)))
        {
            return false;
        }

        return run.Length >= 9 && NationalNumbers.IsDniOrNie(run[..9]) && IsSpanish(context) ? false : null;
    }

    private static bool EndsWithLetterOrDigit(ReadOnlySpan<char> context)
    {
        context = context.TrimEnd(' ');
        return context.Length > 0 && char.IsAsciiDigit(context[^1]);
    }

    private static bool IsSpanish(ReadOnlySpan<char> context) => Says(context, "dni", "nie", "nif", "d.n.i", "paciente", "documento", "identidad");

    private static bool IsTelephone(ReadOnlySpan<char> context) =>
        Says(context, "tel", "phone", "fax", "mobil", "call", "bleep", "ref", "lot", "serial") || Says(context, "art", "ean", "gtin", "udi", "order", "batch", "+", "sn ", "durchwahl");

    private static bool Says(ReadOnlySpan<char> context, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (context.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static Clue Decisive(int line, bool isHealth) =>
        new(PatientDataKind.InsuranceNumber, line, LabelWeight.Patient, IsDecisive: true, MayBeStaffs: !isHealth);

    // Letters and figures in capitals, without the marks between them; two marks in a row, or a word, end the number.
    private static ReadOnlySpan<char> Collapse(ReadOnlySpan<char> text, Span<char> buffer, string marks, bool crossesToLetters = false)
    {
        var length = 0;
        for (var at = 0; at < text.Length && length < buffer.Length; at++)
        {
            if (char.IsAsciiLetterOrDigit(text[at]))
            {
                buffer[length++] = char.ToUpperInvariant(text[at]);
            }
            else if (!marks.Contains(text[at], StringComparison.Ordinal) || at + 1 >= text.Length || !GoesOn(text[at], text[at + 1], crossesToLetters))
            {
                break;
            }
        }

        return buffer[..length];
    }

    private static bool GoesOn(char mark, char next, bool crossesToLetters) =>
        char.IsAsciiDigit(next) || (char.IsAsciiLetter(next) && (crossesToLetters || mark == '-'));
}
