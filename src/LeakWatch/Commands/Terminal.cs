using System.Text;
using Spectre.Console;

namespace LeakWatch.Commands;

/// <summary>What a command talks to: data goes to <see cref="Output"/>, everything else to <see cref="Error"/>. Strings in tests.</summary>
/// <param name="Width">Columns of the output when a person watches it; null in a pipe.</param>
/// <param name="ErrorWidth">The same of the error stream, where progress is drawn.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, TimeProvider Time, int? Width = null, int? ErrorWidth = null)
{
    private const int WidthInPipe = 100;

    public static Terminal FromEnvironment()
    {
        // Windows would otherwise replace what its code page lacks: ₩, é, 한.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(
            Console.Out,
            Console.Error,
            TimeProvider.System,
            Console.IsOutputRedirected ? null : Columns(),
            Console.IsErrorRedirected ? null : Columns());
    }

    /// <summary>Writes for people: adapts to the width; without colour, and without blanks at line ends, in a pipe.</summary>
    public void Draw(Action<IAnsiConsole> drawing)
    {
        if (Width is not null)
        {
            drawing(Canvas(Output, Width));
            return;
        }

        using var drawn = new StringWriter();
        drawing(Canvas(drawn, null));
        foreach (var line in drawn.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n'))
        {
            Output.WriteLine(line.TrimEnd());
        }
    }

    public IAnsiConsole ErrorCanvas() => Canvas(Error, ErrorWidth);

    /// <remarks>No colour where NO_COLOR is set (https://no-color.org).</remarks>
    private static IAnsiConsole Canvas(TextWriter writer, int? width)
    {
        var colour = width is not null && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = width is null ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = width is null ? InteractionSupport.No : InteractionSupport.Detect,
        });
        console.Profile.Width = width ?? WidthInPipe;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private static int Columns() => Console.WindowWidth is > 20 and var columns ? columns : WidthInPipe;
}
