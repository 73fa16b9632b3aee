using System.Text.Json.Nodes;
using LeakWatch.Observability;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LeakWatch.Tests.Observability;

/// <summary>Lines that tools of Pino read.</summary>
public sealed class PinoFormatterTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_772_000_000_123);

    [Fact]
    public void A_line_has_the_members_of_pino()
    {
        var line = Line(LogLevel.Warning, "Version {VersionId} took {Elapsed} of {Attempts}.", "v1", TimeSpan.FromSeconds(1.5), 3);

        Assert.Equal((40, 1_772_000_000_123L, Environment.ProcessId), ((int)line["level"]!, (long)line["time"]!, (int)line["pid"]!));
        Assert.Equal(("LeakWatch.Test", "Version v1 took 00:00:01.5000000 of 3."), ((string)line["name"]!, (string)line["msg"]!));
        Assert.Equal(("v1", 1500L, 3L), ((string)line["VersionId"]!, (long)line["Elapsed"]!, (long)line["Attempts"]!));
    }

    [Fact]
    public void The_ids_of_its_scopes_are_members()
    {
        var scopes = new LoggerExternalScopeProvider();
        using var outer = scopes.Push(new Dictionary<string, object?> { ["correlation_id"] = "c1", ["job_id"] = "j1" });
        using var inner = scopes.Push(new Dictionary<string, object?> { ["request_id"] = "r1" });

        var line = Line(LogLevel.Information, "Done.", scopes: scopes);

        Assert.Equal(("c1", "j1", "r1"), ((string)line["correlation_id"]!, (string)line["job_id"]!, (string)line["request_id"]!));
    }

    [Fact]
    public void An_inner_scope_says_it_more_exactly()
    {
        var scopes = new LoggerExternalScopeProvider();
        using var outer = scopes.Push(new Dictionary<string, object?> { ["correlation_id"] = "of the job" });
        using var inner = scopes.Push(new Dictionary<string, object?> { ["correlation_id"] = "of the document" });

        Assert.Equal("of the document", (string)Line(LogLevel.Information, "Done.", scopes: scopes)["correlation_id"]!);
    }

    [Fact]
    public void An_exception_is_an_err_without_secrets()
    {
        var line = Line(LogLevel.Error, "Failed.", exception: new InvalidOperationException("Password=hunter2 was refused"));

        Assert.Equal("InvalidOperationException", (string)line["err"]!["type"]!);
        Assert.DoesNotContain("hunter2", line.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_would_take_the_place_of_a_member_of_pino_is_left_out() =>
        Assert.Equal(30, (int)Line(LogLevel.Information, "{level}", "fatal")["level"]!);

    private static JsonNode Line(LogLevel level, string template, params object[] values) => Line(level, template, null, null, values);

    private static JsonNode Line(LogLevel level, string template, IExternalScopeProvider? scopes = null, Exception? exception = null, params object[] values)
    {
        using var output = new StringWriter();
        var capture = new Captured();
#pragma warning disable CA1848, CA2254 // The template is the test's.
        capture.Log(level, exception, template, values);
#pragma warning restore CA1848, CA2254
        new PinoFormatter(new FakeTimeProvider(Now)).Write(capture.Entry, scopes, output);
        return JsonNode.Parse(Assert.Single(output.ToString().TrimEnd('\n').Split('\n')))!;
    }

    /// <summary>A logger that keeps the entry as a formatter gets it.</summary>
    private sealed class Captured : ILogger
    {
        public LogEntry<object?> Entry { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entry = new(logLevel, "LeakWatch.Test", eventId, state, exception, (_, error) => formatter(state, error));
    }
}
