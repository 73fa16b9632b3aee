using System.Net;
using System.Net.Sockets;
using LeakWatch.Configuration;
using LeakWatch.Core;
using LeakWatch.Hosting;
using Npgsql;

namespace LeakWatch.Commands;

/// <summary><c>leakwatch api</c> and <c>leakwatch worker</c>: one role each, until the host ends it.</summary>
internal static class ServiceCommands
{
    public static Task<int> RunApiAsync(Terminal terminal) => RunAsync("api", HostRole.Api, terminal);

    public static Task<int> RunWorkerAsync(Terminal terminal) => RunAsync("worker", HostRole.Worker, terminal);

    private static async Task<int> RunAsync(string verb, HostRole role, Terminal terminal)
    {
        var settings = Settings.Read(Settings.FromEnvironment(), role);
        if (!settings.IsOk)
        {
            return await RefuseAsync(verb, settings.Error, terminal);
        }

        await using var app = ServiceHost.Build(settings.Value, [role], settings.Value.Addresses);
        if (await DatabaseRole.CheckAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), CancellationToken.None) is { } unsafeRole)
        {
            return await RefuseAsync(verb, unsafeRole, terminal);
        }

        if (TakenPort(role, settings.Value.Addresses) is { } taken)
        {
            return await RefuseAsync(verb, taken, terminal);
        }

        app.SayWhatStarted(settings.Value, role);
        await app.RunAsync();
        return ExitCode.Done;
    }

    private static Error? TakenPort(HostRole role, HostAddresses addresses)
    {
        var api = role is HostRole.Api ? TakenPort(addresses.Address, addresses.Port, "LW_PORT") : null;
        var operators = TakenPort(IPAddress.Loopback, addresses.OperationsPort, "LW_OPERATIONS_PORT");
        var others = addresses.OperationsAddress is { } address
            ? TakenPort(address, addresses.OperationsPort, "LW_OPERATIONS_PORT or LW_OPERATIONS_HOST")
            : null;
        return api ?? operators ?? others;
    }

    /// <summary>The server itself would say it with a stack trace.</summary>
    /// <param name="option">By which another can be chosen.</param>
    public static Error? TakenPort(IPAddress address, int port, string option)
    {
        try
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, port));
            return null;
        }
        catch (SocketException exception)
        {
            return new(ErrorKind.Conflict, "PORT_TAKEN", $"Port {port} cannot be listened on ({exception.Message}); end what listens there, or choose another with {option}.");
        }
    }

    private static async Task<int> RefuseAsync(string verb, Error error, Terminal terminal)
    {
        await terminal.Error.WriteLineAsync($"leakwatch {verb}: {error.Message}");
        return ExitCode.Environment;
    }
}
