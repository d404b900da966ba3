using FsCheck;
using FsCheck.Fluent;
using Iasios.Core.Text;
using static Iasios.Core.Text.DocumentLanguage;

namespace Iasios.Core.Tests.Text;

/// <summary>Which language a document is taken to be in.</summary>
public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData(En, "The nurse checks the name of the patient and the side of the lesion before the sedation begins. Nobody leaves the room until the count is complete.")]
    [InlineData(De, "Die Pflegekraft prüft vor der Sedierung den Namen und die Seite. Niemand verlässt den Raum, bevor die Zählung abgeschlossen ist.")]
    [InlineData(Fr, "L'infirmière vérifie le nom du patient et le côté de la lésion avant la sédation. Personne ne quitte la salle tant que le comptage n'est pas terminé.")]
    [InlineData(Es, "La enfermera comprueba el nombre del paciente y el lado de la lesión antes de la sedación. Nadie sale de la sala hasta que termine el recuento.")]
    [InlineData(It, "L'infermiera verifica il nome del paziente e il lato della lesione prima della sedazione. Nessuno lascia la sala finché il conteggio non è finito.")]
    public void A_short_paragraph_is_enough(DocumentLanguage expected, string text) => Assert.Equal(expected, Detect(text));

    [Theory]
    [InlineData(En, "Crash cart checklist\nItem\tChecked\tSignature\nDefibrillator tested\tyes\t\nOxygen cylinder full\tyes\t\nSuction unit clean\tno\t\nAdrenaline ampoules\t10\t\nLaryngoscope blades\t4\t\nBlood pressure cuff\t1\t\nResponsible nurse\tdate\t")]
    [InlineData(De, "Checkliste Notfallwagen\nGegenstand\tGeprüft\tUnterschrift\nDefibrillator getestet\tja\t\nSauerstoffflasche voll\tja\t\nAbsaugung sauber\tnein\t\nAdrenalin Ampullen\t10\t\nLaryngoskop Spatel\t4\t\nBlutdruckmanschette\t1\t\nVerantwortliche Pflegekraft\tDatum\t")]
    [InlineData(Fr, "Liste du chariot d'urgence\nMatériel\tVérifié\tSignature\nDéfibrillateur testé\toui\t\nBouteille d'oxygène pleine\toui\t\nAspiration propre\tnon\t\nAmpoules d'adrénaline\t10\t\nLames de laryngoscope\t4\t\nBrassard à tension\t1\t\nInfirmière responsable\tDate\t")]
    [InlineData(Es, "Lista del carro de paradas\nMaterial\tComprobado\tFirma\nDesfibrilador probado\tsí\t\nBotella de oxígeno llena\tsí\t\nAspirador limpio\tno\t\nAmpollas de adrenalina\t10\t\nPalas de laringoscopio\t4\t\nManguito de presión\t1\t\nEnfermera responsable\tFecha\t")]
    [InlineData(It, "Lista del carrello di emergenza\nMateriale\tVerificato\tFirma\nDefibrillatore provato\tsì\t\nBombola di ossigeno piena\tsì\t\nAspiratore pulito\tno\t\nFiale di adrenalina\t10\t\nLame del laringoscopio\t4\t\nBracciale per la pressione\t1\t\nInfermiera responsabile\tData\t")]
    public void A_table_without_a_sentence_is_known_too(DocumentLanguage expected, string text) => Assert.Equal(expected, Detect(text));

    [Theory]
    [InlineData("De verpleegkundige controleert de naam van de patiënt en de kant van de laesie voordat de sedatie begint. Niemand verlaat de kamer tot de telling klaar is.")]
    [InlineData("A enfermeira verifica o nome do doente e o lado da lesão antes do início da sedação. Ninguém sai da sala até que a contagem esteja terminada.")]
    [InlineData("Pielęgniarka sprawdza imię pacjenta oraz stronę zmiany przed rozpoczęciem sedacji. Nikt nie opuszcza sali, dopóki liczenie nie zostanie zakończone.")]
    [InlineData("Asistenta verifică numele pacientului și partea leziunii înainte de începerea sedării. Nimeni nu părăsește sala până când numărătoarea nu este gata.")]
    [InlineData("La infermera comprova el nom del pacient i el costat de la lesió abans de començar la sedació. Ningú no surt de la sala fins que s'acabi el recompte.")]
    [InlineData("Sköterskan kontrollerar patientens namn och sidan för förändringen innan sederingen börjar. Ingen lämnar rummet förrän räkningen är klar.")]
    [InlineData("Hoitaja tarkistaa potilaan nimen ja muutoksen puolen ennen kuin sedaatio alkaa. Kukaan ei poistu huoneesta, kunnes laskenta on valmis.")]
    [InlineData("Az ápoló ellenőrzi a beteg nevét és az elváltozás oldalát, mielőtt a szedálás elkezdődik. Senki sem hagyja el a termet, amíg a számolás be nem fejeződik.")]
    [InlineData("Sestra zkontroluje jméno pacienta a stranu nálezu před začátkem sedace. Nikdo neopustí sál, dokud není počítání dokončeno.")]
    [InlineData("Hemşire sedasyon başlamadan önce hastanın adını ve lezyonun tarafını kontrol eder. Sayım bitene kadar hiç kimse odadan çıkmaz.")]
    [InlineData("Медсестра проверяет имя пациента и сторону поражения до начала седации. Никто не покидает кабинет до конца подсчёта.")]
    [InlineData("Η νοσηλεύτρια ελέγχει το όνομα του ασθενούς και την πλευρά της βλάβης πριν αρχίσει η καταστολή.")]
    [InlineData("护士在镇静开始前核对患者姓名和病变部位。清点结束之前任何人不得离开房间。")]
    [InlineData("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam.")]
    public void A_language_without_a_value_is_not_taken_for_its_neighbour(string text) => Assert.Equal(Other, Detect(text));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\f")]
    [InlineData("4711 0815 2026-11-22 12:30 17,5 %")]
    [InlineData("Safety")]
    public void Too_few_words_have_no_language(string text) => Assert.Equal(Other, Detect(text));

    [Fact]
    public void An_english_title_and_terms_do_not_hide_the_language_of_the_text() => Assert.Equal(
        De,
        Detect("""
            Standard Operating Procedure: Team Time-Out and Sign-Out
            Tumor Board, Case Review, Safety Checklist

            Vor jeder Intervention hält das Team inne. Die leitende Ärztin liest Name, Eingriff und Seite laut vor.
            Der Sign-Out erfolgt, bevor der Patient den Raum verlässt. Die Checkliste wird in der Akte abgelegt.
            """));

    [Fact]
    public void Letters_without_their_accents_are_read_as_a_scanner_gives_them() => Assert.Equal(
        Fr,
        Detect("L'equipe verifie l'identite du patient avant l'intervention et note le resultat dans le dossier. Le medecin est responsable de la derniere etape."));

    [Fact]
    public void The_whole_document_counts_and_not_its_beginning()
    {
        var english = string.Concat(Enumerable.Repeat("The department keeps a copy of this record for ten years. ", 20));
        var italian = string.Concat(Enumerable.Repeat("Il reparto conserva una copia di questa scheda per dieci anni. ", 400));

        Assert.Equal(It, LanguageDetector.Detect([new(1, english), .. Enumerable.Range(2, 30).Select(number => new PageText(number, italian))]));
    }

    [Fact]
    public void Any_text_has_an_answer_that_does_not_depend_on_the_pages_it_is_cut_into() => Check.QuickThrowOnFailure(Prop.ForAll<NonNull<string>, PositiveInt>((text, cut) =>
    {
        var words = $"{text.Get} Le patient est informé par le médecin avant l'examen et il signe. {text.Get}".Split(' ');
        var at = cut.Get % words.Length;

        return Detect(string.Join(' ', words)) == LanguageDetector.Detect([new(1, string.Join(' ', words[..at])), new(2, string.Join(' ', words[at..]))]);
    }));

    private static DocumentLanguage Detect(string text) => LanguageDetector.Detect([new(1, text)]);
}
