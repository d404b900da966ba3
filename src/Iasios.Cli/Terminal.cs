using Spectre.Console;

namespace Iasios.Cli;

/// <summary>The two streams that people read; plain text, without colours and motion, when they are not a terminal.</summary>
internal static class Terminal
{
    private const int WidthInFile = 200;

    public static IAnsiConsole Output() => Create(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Errors() => Create(Console.Error, Console.IsErrorRedirected);

    private static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
        });

        // A file or a pipe has no width of its own.
        console.Profile.Width = isRedirected ? WidthInFile : console.Profile.Width;
        return console;
    }
}
