namespace Iasios.Core.Guard;

/// <summary>Looks for the person whom a birth date belongs to, right before it.</summary>
internal static class PersonBeside
{
    private const int Window = 64;
    private const int Above = 2;
    private const string Frame = " |+-*\t";
    private const string Gap = " ,;:(*-–\t|/";

    /// <summary>The shape of the name that ends where a birth date or its label begins.</summary>
    public static NameShape Before(GuardPage page, int line, int at)
    {
        var (lineStart, _) = page.Lines[line];
        var shape = EndingAt(page, lineStart, at, isWhole: true);
        if (shape != NameShape.None || line == 0 || HasLetters(page, lineStart, at))
        {
            return shape;
        }

        // The name ended the line before.
        var (previousStart, previousEnd) = page.Lines[line - 1];
        return EndingAt(page, previousStart, previousEnd, isWhole: false);
    }

    /// <summary>Whether a word for a patient stands in the line before a place.</summary>
    public static bool IsPatientNamedBefore(GuardPage page, int line, int at)
    {
        var before = page.Folded.AsSpan(page.Lines[line].Start, at - page.Lines[line].Start);
        before = before[Math.Max(0, before.Length - Window)..];
        return before.Contains("patient", StringComparison.Ordinal) || before.Contains("pacient", StringComparison.Ordinal) || before.Contains("pazient", StringComparison.Ordinal);
    }

    /// <summary>Whether one of the two lines above begins with a cell that holds a name and nothing else, as on a sticker.</summary>
    public static bool StandsAbove(GuardPage page, int line)
    {
        for (var above = line - 1; above >= Math.Max(0, line - Above) && !page.IsBlank(above); above--)
        {
            var (start, end) = page.Lines[above];
            start = end - page.Text.AsSpan(start, end - start).TrimStart(Frame).Length;
            if (IsNameAlone(page, new(start, page.CellEnd(start, Math.Min(end, start + Window)))))
            {
                return true;
            }
        }

        return false;
    }

    // The forename may be none of the list: "Surname, Forename" is read as two words.
    private static bool IsNameAlone(GuardPage page, Stretch cell)
    {
        Span<char> words = stackalloc char[Window];
        var text = page.Text.AsSpan(cell.Start, cell.Length).Trim();
        if (!text.Contains(' ') || StaffWords.IsInstitution(page.Folded.AsSpan(cell.Start, cell.Length)) || StaffWords.NamesRole(page.Folded.AsSpan(cell.Start, cell.Length)))
        {
            return false;
        }

        text.Replace(words[..text.Length], ',', ' ');
        var (shape, length) = PersonNames.Read(words[..text.Length]);
        return shape is (NameShape.Sure or NameShape.Possible) && text[length..].Trim(" .,").Length == 0;
    }

    private static NameShape EndingAt(GuardPage page, int from, int to, bool isWhole)
    {
        from = Math.Max(from, to - Window);
        while (to > from && Gap.Contains(page.Text[to - 1], StringComparison.Ordinal))
        {
            to--;
        }

        // "M.T. (b. 30/01/1957)"
        if (to - from > 3 && page.Text.AsSpan(from, to - from) is var before && (before.EndsWith("(b.") || before.EndsWith("(b") || before.EndsWith(", b.")))
        {
            to = from + before.TrimEnd("b.").TrimEnd(Gap).Length;
        }

        var text = page.Text.AsSpan(from, to - from);
        if (isWhole && IsCapitalsAlone(page, text, from))
        {
            return NameShape.Initials;
        }

        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsUpper(text[start]) || (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] is '.' or '-' or '\'')))
            {
                continue;
            }

            var (shape, length) = PersonNames.Read(text[start..]);
            if (shape == NameShape.None || text[(start + length)..].Trim(" .").Length > 0)
            {
                continue;
            }

            return shape == NameShape.Possible && !(isWhole && IsAtStart(page, from + start, length)) ? NameShape.None : IsAfterTitle(text[..start]) ? NameShape.Staff : shape;
        }

        return NameShape.None;
    }

    // "HJ, 12.8.1944", "3) HJ 12.8.1944"
    private static bool IsCapitalsAlone(GuardPage page, ReadOnlySpan<char> text, int from)
    {
        var initials = text.TrimStart(" .:-•*)(0123456789");
        return initials.Length is 2 or 3 && !initials.ContainsAnyExceptInRange('A', 'Z') && (from == 0 || page.Text[from - 1] is '\n' or '\t' or '|' or ';');
    }

    // A name of unknown words counts when nothing but a number or a bullet stands before it.
    private static bool IsAtStart(GuardPage page, int start, int length)
    {
        var cell = start;
        while (cell > 0 && start - cell < Window && page.Text[cell - 1] is not ('\n' or '\t' or '|' or ';') && !(page.Text[cell - 1] == ' ' && cell > 1 && page.Text[cell - 2] == ' '))
        {
            cell--;
        }

        var before = page.Folded.AsSpan(cell, start - cell).Trim(" .:-•*)(0123456789");
        return page.Text.AsSpan(start, length).Contains(' ') && (before.IsEmpty || before is "patient" or "patientin" or "paciente" or "paziente" or "pat" or "ich," or "i," or "je," or "yo," or "io," or "case" or "fall" or "cas" or "caso");
    }

    /// <summary>Whether a text ends with the title of a member of staff.</summary>
    public static bool IsAfterTitle(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" .");
        var start = before.LastIndexOf(' ') + 1;
        Span<char> folded = stackalloc char[12];
        if (before.Length - start is 0 or > 12)
        {
            return false;
        }

        before[start..].ToLowerInvariant(folded);
        return PersonNames.IsStaffTitle(folded[..(before.Length - start)]);
    }

    private static bool HasLetters(GuardPage page, int from, int to)
    {
        foreach (var character in page.Text.AsSpan(from, Math.Max(0, to - from)))
        {
            if (char.IsLetter(character))
            {
                return true;
            }
        }

        return false;
    }
}
