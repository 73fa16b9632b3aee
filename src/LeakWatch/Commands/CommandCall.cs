using System.CommandLine;
using LeakWatch.Core;

namespace LeakWatch.Commands;

/// <summary>Exit codes of every command.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int DoneWithFailures = 1;
    public const int WrongCall = 2;
    public const int Environment = 3;
}

/// <summary>One verb's arguments, parsed. A wrong call is one sentence on standard error and exit code 2.</summary>
internal static class CommandCall
{
    // Without response files, so that "@name" is a file like any other.
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    public static async Task<int> RunAsync(
        Command command, string help, IReadOnlyList<string> args, Terminal terminal, Func<ParseResult, Task<int>> run)
    {
        if (args.TakeWhile(arg => arg != "--").Any(arg => arg is "--help" or "-h" or "-?"))
        {
            await terminal.Output.WriteLineAsync(help);
            return ExitCode.Done;
        }

        var call = command.Parse(args, Parser);
        if (call.Errors.Count > 0)
        {
            return Refuse(terminal, command.Name, $"{WhatIsWrong(call)} See 'leakwatch {command.Name} --help'.");
        }

        try
        {
            return await run(call);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"leakwatch {command.Name}: {exception.Message}");
            return ExitCode.Environment;
        }
    }

    public static int Refuse(Terminal terminal, string verb, Error error) => Refuse(terminal, verb, error.Message);

    private static int Refuse(Terminal terminal, string verb, string sentence)
    {
        terminal.Error.WriteLine($"leakwatch {verb}: {sentence}");
        return ExitCode.WrongCall;
    }

    private static string WhatIsWrong(ParseResult call) => call.UnmatchedTokens switch
    {
        [['-', ..] and var option, ..] => $"'{option}' is not an option of this command.",
        [var argument, ..] => $"'{argument}' is one argument too many.",
        [] => call.Errors[0].Message,
    };
}
