using System.ComponentModel.DataAnnotations;

namespace Iasios.Extraction;

/// <summary>How much one document may cost. A document over a limit is an outcome with a reason, never a fault.</summary>
public sealed record ReadingLimits
{
    /// <summary>The configuration section these limits are bound from.</summary>
    public const string Section = "Reading";

    /// <summary>The largest file that is opened, in bytes.</summary>
    [Range(1, int.MaxValue)]
    public int MaxFileBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>The most characters of text that one document gives.</summary>
    [Range(1, 200_000_000)]
    public int MaxCharacters { get; init; } = 20_000_000;

    /// <summary>The most pages of a PDF that are read. Further pages are reported, not silently dropped.</summary>
    [Range(1, 100_000)]
    public int MaxPages { get; init; } = 2_000;

    /// <summary>The most pages of a document whose pictures are recognised (OCR). Further pages are reported, not silently dropped.</summary>
    [Range(1, 10_000)]
    public int MaxOcrPages { get; init; } = 200;

    /// <summary>Processor time of one native child, in seconds.</summary>
    [Range(1, 600)]
    public int ToolCpuSeconds { get; init; } = 20;

    /// <summary>Time by the clock for all native children that read one document's text, in seconds; waiting for the gate is not counted.</summary>
    [Range(1, 600)]
    public int ToolWallSeconds { get; init; } = 30;

    /// <summary>Address space of one native child, in bytes.</summary>
    [Range(64L << 20, 64L << 30)]
    public long ToolMemoryBytes { get; init; } = 1L << 30;

    /// <summary>What the native children may write for one document, in bytes.</summary>
    [Range(1, 1 << 30)]
    public int ToolOutputBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Files that one native child may have open.</summary>
    [Range(16, 4_096)]
    public int ToolOpenFiles { get; init; } = 64;

    /// <summary>The most files in an Office document's package, and the most parts of an e-mail.</summary>
    [Range(1, 100_000)]
    public int MaxPackageParts { get; init; } = 5_000;

    /// <summary>What one file of a package may unpack to, in bytes, counted while reading.</summary>
    [Range(1, int.MaxValue)]
    public int MaxPartBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>What a whole package may unpack to, in bytes, counted while reading.</summary>
    [Range(1, int.MaxValue)]
    public int MaxUnpackedBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>How deep elements may be nested in an Office document.</summary>
    [Range(16, 10_000)]
    public int MaxXmlDepth { get; init; } = 256;

    /// <summary>The most filled cells of a workbook.</summary>
    [Range(1, 100_000_000)]
    public int MaxCells { get; init; } = 2_000_000;

    /// <summary>How deep blocks of a web page, or groups of rich text, may be nested.</summary>
    [Range(16, 10_000)]
    public int MaxMarkupDepth { get; init; } = 256;

    /// <summary>How deep the parts of an e-mail may be nested, e-mails in e-mails included.</summary>
    [Range(1, 100)]
    public int MaxMailDepth { get; init; } = 20;

    /// <summary>The most attachments of an e-mail that are read, those of attached e-mails included. Further ones are reported.</summary>
    [Range(0, 1_000)]
    public int MaxAttachments { get; init; } = 50;

    /// <summary>Whether documents of the old Office kinds (DOC, XLS, PPT) are read through LibreOffice, if it is installed.</summary>
    public bool UseLibreOffice { get; init; }

    /// <summary>Processor time of one LibreOffice child, in seconds; by the clock it has half as much again.</summary>
    [Range(1, 600)]
    public int LibreOfficeCpuSeconds { get; init; } = 60;

    /// <summary>Address space of one LibreOffice child, in bytes. It reserves far more than it uses.</summary>
    [Range(512L << 20, 64L << 30)]
    public long LibreOfficeMemoryBytes { get; init; } = 4L << 30;
    /// <summary>Time by the clock for recognising one page, in seconds; waiting for the gate is not counted.</summary>
    [Range(1, 600)]
    public int OcrPageSeconds { get; init; } = 60;

    /// <summary>The largest picture that is opened, in dots, as its header tells.</summary>
    [Range(1, 1_000_000_000)]
    public long MaxPictureDots { get; init; } = 50_000_000;
}
