namespace Iasios.Functions.Tests.Support;

/// <summary>A folder of programs for a PATH of one's own.</summary>
internal sealed class ProgramFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("programs-").FullName;

    /// <summary>Puts in a program of the machine.</summary>
    public void Link(string name) => File.CreateSymbolicLink(System.IO.Path.Combine(Path, name), $"/usr/bin/{name}");

    /// <summary>Puts in a shell script.</summary>
    /// <returns>The file <c>child</c> of this folder, where the script may leave its process id.</returns>
    public string Write(string name, string script)
    {
        var file = System.IO.Path.Combine(Path, name);
        File.WriteAllText(file, $"#!/bin/sh\n{script}");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return System.IO.Path.Combine(Path, "child");
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
