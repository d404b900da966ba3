using Iasios.Core.Text;
using Iasios.Extraction.Native;

namespace Iasios.Extraction.Legacy;

/// <summary>Reads documents of the old Office kinds by having LibreOffice save them as the new, if that is wanted and installed.</summary>
/// <param name="limits">The limits of the fenced child.</param>
/// <param name="tools">To run it.</param>
internal sealed class LegacyReader(ReadingLimits limits, NativeTools tools)
{
    private const int OpenFiles = 1024;

    // Nothing in a document is run, and nothing that it links to is fetched.
    private const string Settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry">
          <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
          <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
          <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        </oor:items>
        """;

    /// <param name="path">A compound file.</param>
    /// <param name="read">Reads the document in its new format.</param>
    /// <param name="cancellationToken">Stops the reading; no child process is left behind.</param>
    public async Task<Reading> ReadAsync(string path, Func<string, Reading> read, CancellationToken cancellationToken)
    {
        var content = await Task.Run(() => CompoundFile.Find(path, cancellationToken), cancellationToken);
        return content switch
        {
            CompoundContent.Encrypted => Refusal.Of(ReadingOutcome.Encrypted, "office", Refusal.PasswordNeeded),
            CompoundContent.Doc => await ConvertAsync(path, "doc", "docx", read, cancellationToken),
            CompoundContent.Xls => await ConvertAsync(path, "xls", "xlsx", read, cancellationToken),
            CompoundContent.Ppt => await ConvertAsync(path, "ppt", "pptx", read, cancellationToken),
            CompoundContent.Message => Refusal.Of(
                ReadingOutcome.Unsupported, "msg", "E-mails saved by Outlook (MSG) can't be read. Please save the e-mail as EML or PDF and hand that in."),
            _ => Refusal.Of(ReadingOutcome.Unsupported, Refusal.Unknown, $"This kind of file can't be read. {Refusal.SaveAs}"),
        };
    }

    private async Task<Reading> ConvertAsync(string path, string format, string newFormat, Func<string, Reading> read, CancellationToken cancellationToken)
    {
        if (!limits.UseLibreOffice || !tools.Has(NativeTools.LibreOffice))
        {
            return Refusal.Of(ReadingOutcome.Unsupported, format, $"Office files of the old kinds (DOC, XLS, PPT) can't be read. {Refusal.SaveAs}");
        }

        using var scratch = new ScratchFolder();
        var old = Path.Combine(scratch.Path, $"document.{format}");
        File.Copy(path, old);
        var run = await tools.RunAsync(NativeTools.LibreOffice, Arguments(scratch.Path, old, newFormat), Allowed(scratch.Path), cancellationToken);
        var converted = Path.ChangeExtension(old, newFormat);
        if (run.ExitCode is null)
        {
            return Refusal.Of(ReadingOutcome.TooLarge, format, $"Reading the file takes more time or memory than one file may take. {Refusal.SaveAs}");
        }

        return File.Exists(converted) && new FileInfo(converted).Length <= limits.MaxFileBytes
            ? await Task.Run(() => read(converted), cancellationToken) with { Format = format }
            : Refusal.Of(ReadingOutcome.Unreadable, format, $"The file is damaged and can't be opened. {Refusal.SaveAs}");
    }

    private static string[] Arguments(string folder, string document, string newFormat)
    {
        var profile = Path.Combine(folder, "profile");
        Directory.CreateDirectory(Path.Combine(profile, "user"));
        File.WriteAllText(Path.Combine(profile, "user", "registrymodifications.xcu"), Settings);
        return
        [
            $"-env:UserInstallation={new Uri(profile).AbsoluteUri}",
            "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
            "--convert-to", newFormat,
            "--outdir", folder,
            document,
        ];
    }

    private NativeLimits Allowed(string home) => new(
        limits.LibreOfficeCpuSeconds,
        TimeSpan.FromSeconds(limits.LibreOfficeCpuSeconds * 3 / 2),
        limits.LibreOfficeMemoryBytes,
        limits.MaxUnpackedBytes,
        OpenFiles)
    {
        Home = home,
    };
}
