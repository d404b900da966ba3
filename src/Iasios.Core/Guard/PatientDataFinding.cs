namespace Iasios.Core.Guard;

/// <summary>A kind of data about a patient. The value itself is never kept.</summary>
public enum PatientDataKind
{
    /// <summary>A patient's name.</summary>
    Name,

    /// <summary>A patient's initials beside a birth date.</summary>
    Initials,

    /// <summary>A full date of birth.</summary>
    BirthDate,

    /// <summary>The number of a patient, a stay or a record.</summary>
    RecordNumber,

    /// <summary>A national or insurance number.</summary>
    InsuranceNumber,

    /// <summary>A patient's address or telephone number.</summary>
    Address,
}

/// <summary>Where patient data was seen.</summary>
public enum PatientDataPlace
{
    /// <summary>On a page of the text.</summary>
    Page,

    /// <summary>In a column of a table.</summary>
    Column,

    /// <summary>On something that looks like a patient's sticker: name, birth date and number without labels.</summary>
    Sticker,

    /// <summary>In the name of the file or of a folder.</summary>
    FileName,

    /// <summary>In the file's properties, such as its title.</summary>
    Properties,
}

/// <summary>One kind of patient data at one place.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Place">Where it was seen.</param>
/// <param name="Page">The page's number; 0 for the file's name and properties.</param>
public sealed record PatientDataFinding(PatientDataKind Kind, PatientDataPlace Place, int Page);
