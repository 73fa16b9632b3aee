using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using LeakWatch.Configuration;
using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Deployment;

/// <summary>compose.yaml as Compose reads it, and its processes with its variables on this machine: the images alone are not tried.</summary>
public sealed class ComposeTests
{
    private const int Patience = 300_000;

    private static readonly Dictionary<string, HostRole> Roles = new(StringComparer.Ordinal)
    {
        ["api"] = HostRole.Api,
        ["worker"] = HostRole.Worker,
        ["migrate"] = HostRole.Migrate,
        ["demo"] = HostRole.Migrate,
    };

    private static readonly JsonNode File = Read();

    private static Dictionary<string, JsonNode> Services =>
        File["services"]!
            .AsObject()
            .ToDictionary(service => service.Key, service => service.Value!, StringComparer.Ordinal);

    public static TheoryData<string> OurServices => [.. Roles.Keys];

    [Fact]
    public void Every_image_of_others_has_a_tag() =>
        Assert.All(Services.Values.Where(service => service["build"] is null), service =>
            Assert.Matches("^[a-z0-9/]+:[a-z0-9][a-z0-9.-]*$", (string)service["image"]!)
        );

    [Fact]
    public void Nothing_is_reachable_from_outside_this_machine() =>
        Assert.All(Services.Values.SelectMany(service => service["ports"]?.AsArray() ?? []), port =>
            Assert.StartsWith("127.0.0.1:", (string)port!, StringComparison.Ordinal)
        );

    [Fact]
    public void Who_is_waited_for_is_there_and_can_become_what_is_waited_for()
    {
        foreach (var (name, service) in Services)
        {
            foreach (var (awaited, condition) in service["depends_on"]?.AsObject() ?? [])
            {
                Assert.True(
                    Services.TryGetValue(awaited, out var other),
                    $"{name} waits for {awaited}, which is not there"
                );
                Assert.True(
                    (string?)condition!["condition"] != "service_healthy" || other["healthcheck"] is not null,
                    $"{name} waits until {awaited} is healthy, which nobody checks"
                );
            }
        }

        Assert.All(Services.Keys, name => Assert.DoesNotContain(name, StartedBefore(name)));
    }

    [Fact]
    public void What_shares_anothers_network_has_neither_ports_nor_networks_of_its_own() =>
        Assert.All(Services.Values.Where(service => service["network_mode"] is not null), service =>
        {
            Assert.Null(service["ports"] ?? service["networks"]);
            Assert.Contains(((string)service["network_mode"]!).Split(':')[1], Services.Keys);
        });

    [Fact]
    public void Files_of_the_checkout_are_there_and_nobody_writes_to_them()
    {
        var mounts = Services
            .Values.SelectMany(service => service["volumes"]?.AsArray() ?? [])
            .Select(volume => ((string)volume!).Split(':'))
            .Where(mount => mount[0].StartsWith('.'));

        Assert.All(mounts, mount =>
        {
            Assert.True(Path.Exists(Path.Combine(Repository.Root, mount[0])), mount[0]);
            Assert.Equal("ro", mount[^1]);
        });
    }

    [Theory]
    [MemberData(nameof(OurServices))]
    public void Its_variables_are_ones_that_we_know_and_take(string service)
    {
        var environment = EnvironmentOf(service);

        Assert.Empty(
            environment.Keys.Except(
                ConfigurationVariables.Groups.SelectMany(group => group.Variables).Select(variable => variable.Name)
            )
        );
        var settings = Settings.Read(environment, Roles[service]);
        Assert.True(settings.IsOk, settings.Error?.Message);
        Assert.Equal(service == "api" ? "api" : null, settings.Value.DevelopmentHost);
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    [InlineData("")]
    public void Its_sign_in_is_refused_wherever_development_is_not_named(string nodeEnvironment)
    {
        var environment = EnvironmentOf("api");
        environment["NODE_ENV"] = nodeEnvironment;

        Assert.Contains(
            "LW_DEVELOPMENT_SIGN_IN",
            Settings.Read(environment, HostRole.Api).Error?.Message,
            StringComparison.Ordinal
        );
    }

    [Fact(Timeout = Patience)]
    public async Task Its_processes_end_in_a_store_with_findings_that_only_neighbours_see()
    {
        using var folder = new TemporaryFolder();
        await using var machine = await ComposeMachine.StartAsync(
            EnvironmentOf("api"),
            folder.Path,
            TestContext.Current.CancellationToken
        );
        await machine.ToEndAsync("migrate", TestContext.Current.CancellationToken);
        using var worker = machine.Start("worker");
        using var api = machine.Start("api");
        await machine.ReadyAsync(api, TestContext.Current.CancellationToken);

        var summary = await machine.ToEndAsync(
            "demo",
            TestContext.Current.CancellationToken,
            "load",
            "--api",
            machine.Api.ToString(),
            "--samples",
            SomeSamples(folder)
        );

        Assert.Matches("[1-9][0-9]* possible leak", summary);
        Assert.Equal(HttpStatusCode.OK, await machine.AskAsync("api:4000", HttpMethod.Get, null));
        Assert.Equal(HttpStatusCode.Forbidden, await machine.AskAsync("evil.example", HttpMethod.Get, null));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await machine.AskAsync("api:4000", HttpMethod.Post, "https://evil.example")
        );
        Assert.NotEqual(
            HttpStatusCode.Forbidden,
            await machine.AskAsync("api:4000", HttpMethod.Post, "http://127.0.0.1:3000")
        );
    }

    private static string SomeSamples(TemporaryFolder folder)
    {
        var samples = Path.Combine(Repository.Root, "samples");
        System.IO.File.Copy(
            Path.Combine(samples, "context.json"),
            folder.Write("samples/context.json", ""),
            overwrite: true
        );
        foreach (var invoice in Directory.EnumerateFiles(Path.Combine(samples, "store/bramble")))
        {
            System.IO.File.Copy(
                invoice,
                folder.Write($"samples/store/{Path.GetFileName(invoice)}", ""),
                overwrite: true
            );
        }

        return Path.Combine(folder.Path, "samples");
    }

    private static Dictionary<string, string> EnvironmentOf(string service) =>
        Services[service]["environment"]!
            .AsObject()
            .ToDictionary(variable => variable.Key, variable => variable.Value!.ToString(), StringComparer.Ordinal);

    /// <summary>All that has to be started first.</summary>
    private static HashSet<string> StartedBefore(string name)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([name]);
        while (open.TryPop(out var next))
        {
            foreach (
                var awaited in (Services[next]["depends_on"]?.AsObject() ?? [])
                    .Select(service => service.Key)
                    .Where(before.Add)
            )
            {
                open.Push(awaited);
            }
        }

        return before;
    }

    private static JsonNode Read()
    {
        var start = new ProcessStartInfo(
            "node",
            [
                Path.Combine(Repository.Root, "tests/vendor-tools/yaml-to-json.mjs"),
                Path.Combine(Repository.Root, "compose.yaml"),
            ]
        )
        {
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        return JsonNode.Parse(node.StandardOutput.ReadToEnd())!;
    }
}
