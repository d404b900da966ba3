using Iasios.Core.Guard;

namespace Iasios.Core.Tests.Guard;

/// <summary>Patients in letters, on stickers and in copied messages. All people and numbers are invented; " / " is a new line, " > " the next cell.</summary>
public sealed class UnlabelledPatientTests
{
    [Theory]
    [InlineData("PID|1||77120934^^^HOSP^MR||QUILLER^AMOS^^^MR||19500503|M|||9 ELM WAY")]
    [InlineData("MSH|^~\\&|RIS|HOSP PID|1||77120934||QUILLER^AMOS||19500503|M")]
    [InlineData("(0010,0010) PN [WAGNER^HILDE] / (0008,1030) LO [TACE]")]
    [InlineData("(0010,0030) DA [19551117]      #   8, 1 PatientBirthDate")]
    [InlineData("0143101Wagner / 017310317111955 / 0133102Hilde")]
    [InlineData("{ \"resourceType\": \"Patient\", \"birthDate\": \"1955-11-17\" }")]
    [InlineData("<birthTime value=\"19551117\"/>")]
    [InlineData("PatientName: Wagner Hilde / PatientBirthDate: 19551117")]
    public void A_patient_in_a_copied_message_is_seen(string text) => Assert.NotEmpty(Check(text));

    [Theory]
    [InlineData("Thank you for seeing Mr Amos Quiller, whose HCC in segment V was found in September.")]
    [InlineData("Mrs Ada Thorne was admitted with a haematoma after biopsy of a liver lesion.")]
    [InlineData("Mr Amos Quiller, a 72-year-old farmer with HCC, is fit for ablation.")]
    [InlineData("Wir berichten über Frau Hilde Wagner, die zur TACE bei HCC kam.")]
    [InlineData("Herr Alois Prantl wurde am 3.10. stationär aufgenommen, Lebermetastasen rechts.")]
    [InlineData("Frau Hilde Wagner (71 Jahre), Nierentumor links 28 mm, Kryoablation geplant")]
    [InlineData("Je vous adresse Madame Odile Lefèvre pour une biopsie d'une lésion du foie.")]
    [InlineData("M. Luc Tessier (61 ans), métastases hépatiques, chimioembolisation")]
    [InlineData("Madame Jeanne Moreau, qui demeure 4 rue des Lilas, a une tumeur du rein.")]
    [InlineData("Le remito a la señora Carmen Robles para ablación de una lesión hepática.")]
    [InlineData("Doña Pilar Ochoa, de 71 años, con metástasis hepáticas, candidata a microondas.")]
    [InlineData("Juan Martínez Gil ingresó ayer por hematoma tras biopsia hepática.")]
    [InlineData("Le invio la signora Lucia Bianchi per valutazione di una lesione epatica.")]
    [InlineData("Il signor Giovanni Esposito, 78 anni, epatocarcinoma, candidato a TACE.")]
    [InlineData("Si dimette la sig.ra Lucia Bianchi dopo biopsia epatica senza complicanze.")]
    [InlineData("Te mando a doña Eulalia Berrocal, que vino por ictericia.")]
    [InlineData("Don Fermín Ulloa, viudo, de 81 años, con lesión hepática de 3 cm")]
    [InlineData("Don Fermín Ulloa, vecino de la calle Olmos 3, tiene un hematoma.")]
    [InlineData("Der Patient Karl Maier hat die TACE gut vertragen.")]
    [InlineData("Ieri il paziente Giovanni Esposito ha avuto un ematoma.")]
    [InlineData("La paciente Carmen Robles Gil refiere dolor tras la biopsia.")]
    [InlineData("La patiente Jeanne Moreau a eu un hématome.")]
    public void A_patient_named_in_a_sentence_is_seen(string text) => Assert.NotEmpty(Check(text));

    [Theory]
    [InlineData("+--------------------+ / | Quarzinger, Notburga    w | / | *17.11.1955   Fall 4488120973 | / +--------------------+")]
    [InlineData("QUILLER, Tamsin Rose / F   DOB 03/05/1950")]
    [InlineData("TESSIER Lucette / Née le 03/05/1950   F / IPP 00884120")]
    [InlineData("OCHOA BERRUEZO, Pilar / F. nac. 03/05/1950  M")]
    [InlineData("NERI Ildebrando / nato il 03/05/1950  M")]
    [InlineData("Orden > Apellidos y nombre > Hª clínica > Lesión / 1 > Ulloa Cid, Fermín > 551207 > hígado / 2 > Berrocal, Eulalia > 551344 > riñón")]
    [InlineData("1) QT, 3.5.1950, cholangiocarcinoma, drain on the 4th")]
    [InlineData("2) Q.T. (b. 03/05/1950), HCC, TACE, haematoma")]
    [InlineData("Case 3: T.O'B. dob 03-05-1950, colorectal mets, TACE")]
    public void A_sticker_or_initials_with_a_birth_date_are_seen(string text) => Assert.NotEmpty(Check(text));

    [Theory]
    [InlineData("PID|1||||ANON^001||||")]
    [InlineData("(0010,0010) PN [ANONYMOUS^CASE] / (0010,0030) DA (no value)")]
    [InlineData("PID|3 is the patient's number, PID|5 the name, PID|7 the birth date.")]
    [InlineData("Dear Mr Quiller, / Thank you for referring patients with HCC to our clinic.")]
    [InlineData("Sehr geehrter Herr Maier, wir berichten über die TACE-Zahlen 2025 bei HCC.")]
    [InlineData("Contact: Frau Hilde Wagner, Tel. 0316 385 4471, for patients with HCC")]
    [InlineData("Herr Maier (Pflege, 61 Jahre Erfahrung im Team) schult zur Embolisation.")]
    [InlineData("Mr Amos Quiller presented the audit of HCC patients.")]
    [InlineData("The patient representative Joan Hargreaves comments on the HCC leaflet.")]
    [InlineData("Patients are seen in the Patient Maria Hilf Hospital.")]
    [InlineData("Dr Karl Maier, 52 years, specialist, treats patients with HCC")]
    [InlineData("Madame Odile Lefèvre, cadre, a été formée à la chimioembolisation.")]
    [InlineData("Joan Hargreaves, radiographer, was admitted to the college; lectures on HCC")]
    [InlineData("Annex B 03/05/2001 / Coil Large / 03.05.2001 / lot 0048291")]
    [InlineData("Fall 2026: courses on TACE, Herbst 2026")]
    public void A_member_of_staff_or_a_made_up_value_passes(string text) => Assert.Empty(Check(text));

    private static IReadOnlyList<PatientDataFinding> Check(string text) => PatientDataGuard.Check([new(1, Invented.Fill(text))], "file.txt", []);
}
