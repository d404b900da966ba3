using System.Buffers;

namespace Iasios.Core.Guard;

/// <summary>
/// Finds patients whom a letter or a report names in a sentence without a birth date: with a phrase of referral, admission or
/// discharge, with an age, or with where they live, beside words about an illness.
/// </summary>
internal static class NamedInProse
{
    private const int MostNames = 6;
    private const int LongestName = 64;
    private const int FrameBefore = 80;
    private const int FrameAfter = 100;
    private const int AgeAfter = 30;
    private const int HomeAfter = 200;
    private const int IllnessBefore = 200;
    private const int IllnessAfter = 400;
    private const int SalutationBefore = 22;
    private const int StreetAfter = 48;
    private const int Monsieur = 3;

    private static readonly SearchValues<string> FramesBefore = SearchValues.Create(
    [
        "i am sending you", "thank you for seeing", "thanks for seeing", "thank you for referring", "grateful if you could see", "i am referring", "we are referring", "i refer ", "this letter concerns",
        "ich schicke ihnen", "ich schicke dir", "wir berichten", "ich berichte", "berichten ihnen", "berichten uber", "uberweise", "uberweisen wir", "zuweisung von", "vorstellung von", "entlassen wir", "wir entliessen",
        "je vous adresse", "je t'adresse", "nous vous adressons", "je vous confie", "merci de recevoir", "merci de voir", "remercie de recevoir", "remercie de voir", "remercie de m'avoir adresse", "hospitalisation de", "j'ai vu en consultation",
        "le remito", "te remito", "te envio a", "te mando a", "les remito", "le remitimos", "remitimos a", "le envio a", "ruego valor", "solicito valoracion", "agradeceria que valor", "damos de alta",
        "le invio", "ti invio", "ti mando", "le inviamo", "vi invio", "si invia", "si dimette", "dimettiamo", "si trasferisce", "la ringrazio per aver", "chiedo valutazione",
    ],
        StringComparison.Ordinal);

    private static readonly SearchValues<string> FramesAfter = SearchValues.Create(
    [
        " was admitted", " was discharged", " was readmitted", " was transferred to", " was diagnosed", " presented with", " attended clinic", " underwent ",
        "stationar aufgenommen", " aufgenommen wurde", " wurde aufgenommen", "in stationarer behandlung", "stationarer aufenthalt", " stellte sich ", "entlassen wurde", " erkrankt",
        " a ete hospitalis", " a ete admis", " a ete adresse", " a sejourne", " est hospitalis", " est sorti", " souffre d", " a beneficie d",
        " ingreso ", " ingresa ", " ingresada", " ingresado", " fue dada de alta", " fue dado de alta", " acude a", " acudio ", " diagnosticad", " fue sometid", " padece ",
        " e stata ricoverat", " e stato ricoverat", " e stata sottopost", " e stato sottopost", " e affett", " affetto da", " affetta da", " e stata dimess", " e stato dimess", " si e presentat",
    ],
        StringComparison.Ordinal);

    private static readonly SearchValues<string> Homes = SearchValues.Create(
        ["lives at", "living at", "lives in", "resident at", "wohnhaft", " wohnt ", "demeure", "demeurant", "domicilie", "habite", "domiciliad", "vecina de", "vecino de", "vive en", "con domicilio", "residente", "abita in", "domiciliat"],
        StringComparison.Ordinal);

    private static readonly SearchValues<string> Salutations = SearchValues.Create(
        ["dear ", "lieber ", "liebe ", "geehrte", "hallo ", "hello ", "hi ", "cher ", "chere ", "bonjour", "estimad", "hola ", "gentile", "egregi", "caro ", "cara "],
        StringComparison.Ordinal);

    /// <summary>The clues of the first few people whom a line names.</summary>
    public static void Find(GuardPage page, int line, List<Clue> clues)
    {
        var (start, end) = page.Lines[line];
        var names = 0;
        for (var at = start; at < end && names < MostNames;)
        {
            var wordEnd = LabelFinder.WordEnd(page.Folded, at, end);
            if (wordEnd > at && (char.IsUpper(page.Text[at]) || IsBeforeCapital(page, wordEnd, end)) && (MayBeginName(page, at, wordEnd) || IsMonsieur(page, at, end))
                && !PersonBeside.IsAfterTitle(page.Text.AsSpan(Math.Max(start, at - SalutationBefore), Math.Min(at - start, SalutationBefore))))
            {
                var isMonsieur = IsMonsieur(page, at, end);
                at = isMonsieur ? at + Monsieur : at;
                var (shape, length) = PersonNames.Read(page.Text.AsSpan(at, Math.Min(LongestName, end - at)), isSentence: true);
                if (shape == NameShape.Sure || (isMonsieur && shape == NameShape.Possible))
                {
                    names++;
                    wordEnd = Math.Max(wordEnd, at + length);
                    Judge(page, line, new(at, at + length), clues);
                }
            }

            at = Math.Max(wordEnd, at + 1);
        }
    }

    // "la signora Neri": the form of address is written small.
    private static bool IsBeforeCapital(GuardPage page, int wordEnd, int end) => wordEnd + 1 < end && page.Text[wordEnd] == ' ' && char.IsUpper(page.Text[wordEnd + 1]);

    private static bool MayBeginName(GuardPage page, int at, int wordEnd) =>
        (char.IsUpper(page.Text[at]) && PersonNames.IsForename(page.Text.AsSpan(at, wordEnd - at))) || PersonNames.IsAddress(page.Folded.AsSpan(at, wordEnd - at));

    // "M. Tessier": a point, a blank and a word with a capital, not "M. K."
    private static bool IsMonsieur(GuardPage page, int at, int end) =>
        at + Monsieur + 1 < end && page.Text[at] == 'M' && page.Text[at + 1] == '.' && page.Text[at + 2] == ' '
        && char.IsUpper(page.Text[at + Monsieur]) && char.IsLetter(page.Text[at + Monsieur + 1]);

    private static void Judge(GuardPage page, int line, Stretch name, List<Clue> clues)
    {
        var paragraph = Paragraph(page, name);
        var before = Slice(page, name.Start - FrameBefore, name.Start, paragraph);
        var hasFrame = before.ContainsAny(FramesBefore) || Slice(page, name.End, name.End + FrameAfter, paragraph).ContainsAny(FramesAfter);
        var hasAge = IsAge(Slice(page, name.End, name.End + AgeAfter, paragraph));
        var hasHome = IsHome(Slice(page, name.End, name.End + HomeAfter, paragraph));
        if (!(hasFrame || hasAge || hasHome)
            || !StaffWords.SpeaksOfPatient(Slice(page, name.Start - IllnessBefore, name.End + IllnessAfter, paragraph))
            || Slice(page, name.Start - SalutationBefore, name.Start, paragraph).ContainsAny(Salutations)
            || StaffWords.NamesRole(Slice(page, name.Start - 5, name.End + 40, paragraph)))
        {
            return;
        }

        clues.Add(new(PatientDataKind.Name, line, LabelWeight.Anchor, IsDecisive: true, MayBeStaffs: false));
        if (hasHome)
        {
            clues.Add(new(PatientDataKind.Address, line, LabelWeight.Weak, IsDecisive: false, MayBeStaffs: false));
        }
    }

    // "(78 ans", ", a 72-year-old", ", aged 72", " (76 J.)": right behind the name.
    private static bool IsAge(ReadOnlySpan<char> after)
    {
        var at = after.IndexOfAnyInRange('0', '9');
        if (at < 0 || at + 2 > after.Length || !IsAgeLead(after[..at].Trim(" ,(")) || !char.IsAsciiDigit(after[at + 1]))
        {
            return false;
        }

        var unit = after[(at + 2)..].TrimStart(" -");
        return after[..at].Contains("aged", StringComparison.Ordinal) || unit.StartsWith("year") || unit.StartsWith("yr") || unit.StartsWith("yo") || unit.StartsWith("y/o")
            || unit.StartsWith("jahr") || unit.StartsWith("j.") || unit.StartsWith("ans") || unit.StartsWith("anos") || unit.StartsWith("anni");
    }

    // One word may stand between, as in "widow, aged 74".
    private static bool IsAgeLead(ReadOnlySpan<char> words)
    {
        var comma = words.LastIndexOf(',');
        return IsAgeWord(comma > 0 && !words[..comma].ContainsAny(" ,") ? words[(comma + 1)..].Trim() : words);
    }

    private static bool IsAgeWord(ReadOnlySpan<char> words) => words is "" or "a" or "an" or "aged" or "age" or "age de" or "agee de" or "de" or "di" or "d'anni" or "alter";

    private static bool IsHome(ReadOnlySpan<char> after)
    {
        var at = after.IndexOfAny(Homes);
        return at >= 0 && after[at..Math.Min(after.Length, at + StreetAfter)].ContainsAnyInRange('0', '9');
    }

    // An empty line ends it on either side.
    private static Stretch Paragraph(GuardPage page, Stretch name)
    {
        var from = Math.Max(0, name.Start - IllnessBefore);
        var gap = page.Text.AsSpan(from, name.Start - from).LastIndexOf("\n\n");
        var to = Math.Min(page.Text.Length, name.End + IllnessAfter);
        var next = page.Text.AsSpan(name.End, to - name.End).IndexOf("\n\n");
        return new(gap < 0 ? from : from + gap, next < 0 ? to : name.End + next);
    }

    private static ReadOnlySpan<char> Slice(GuardPage page, int from, int to, Stretch within)
    {
        from = Math.Max(from, within.Start);
        return page.Folded.AsSpan(from, Math.Max(0, Math.Min(to, within.End) - from));
    }
}
