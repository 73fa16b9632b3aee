using System.Reflection;

namespace LeakWatch.Commands;

/// <summary>What <c>leakwatch</c> says when no command, or none it knows, is named.</summary>
internal static class Usage
{
    private static readonly string[] Verbs = ["scan", "read", "detect"];

    private const string Help = """
        LeakWatch finds the money a store loses on apps and subscriptions, and proves it from the store's own invoices.

        Usage: leakwatch COMMAND

          scan PATH…       find leaks in invoices: files, or folders with everything in them
          read FILE…       show what an invoice says, in one schema
          detect LEDGER    find leaks in invoices that are already normalised

          up               everything on this machine, with a demo store
          doctor, jobs     for operators; api, worker and migrate are what a host runs

          COMMAND --help   the command's options, with examples
          --version        the version

        Start here:
          leakwatch scan ~/invoices
          leakwatch scan ~/invoices --context shop.json --html leaks.html

        Everything stays on this machine. Exit codes: 0 done, 1 done but some documents could not be read,
        2 the call or an input file was wrong, 3 the environment was.
        """;

    public static int Run(IReadOnlyList<string> args, Terminal terminal)
    {
        switch (args)
        {
            case [] or ["--help" or "-h" or "-?" or "help", ..]:
                terminal.Output.WriteLine(Help);
                return ExitCode.Done;
            case ["--version"]:
                terminal.Output.WriteLine(Version);
                return ExitCode.Done;
            default:
                var meant = Verbs.FirstOrDefault(verb => verb[0] == args[0].TrimStart('-').ToLowerInvariant().FirstOrDefault());
                terminal.Error.WriteLine(
                    $"leakwatch: '{args[0]}' is not a command.{(meant is null ? "" : $" Did you mean '{meant}'?")} See 'leakwatch --help'.");
                return ExitCode.WrongCall;
        }
    }

    private static string Version =>
        typeof(Usage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
