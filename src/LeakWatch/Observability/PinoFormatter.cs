using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace LeakWatch.Observability;

/// <summary>One JSON line an event, in Pino's shape, so that <c>pino-pretty</c> and whatever reads Pino reads it. Scopes (request_id, correlation_id, job_id) are members.</summary>
internal sealed class PinoFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "pino";

    // The message's own template, and names that are members of the line itself.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "{OriginalFormat}", "level", "time", "pid", "hostname", "name", "msg", "err" };

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        var members = new Dictionary<string, object>(StringComparer.Ordinal);
        scopeProvider?.ForEachScope(Collect, members);
        Collect(logEntry.State, members);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("level", LevelOf(logEntry.LogLevel));
            json.WriteNumber("time", time.GetUtcNow().ToUnixTimeMilliseconds());
            json.WriteNumber("pid", Environment.ProcessId);
            json.WriteString("hostname", Environment.MachineName);
            json.WriteString("name", logEntry.Category);
            foreach (var (name, value) in members)
            {
                WriteMember(json, name, value);
            }

            json.WriteString("msg", Redaction.Of(logEntry.Formatter(logEntry.State, null)));
            if (logEntry.Exception is { } exception)
            {
                WriteException(json, exception);
            }

            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>Inner scopes come later and say it more exactly.</summary>
    private static void Collect(object? state, Dictionary<string, object> members)
    {
        foreach (var (name, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
        {
            if (value is not null && !Reserved.Contains(name))
            {
                members[name] = value;
            }
        }
    }

    private static void WriteMember(Utf8JsonWriter json, string name, object value)
    {
        if (Redaction.IsSecret(name))
        {
            json.WriteString(name, Redaction.Mark);
            return;
        }

        switch (value)
        {
            case bool flag: json.WriteBoolean(name, flag); break;
            case int or long or short or byte: json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case double or float or decimal: json.WriteNumber(name, Convert.ToDecimal(value, CultureInfo.InvariantCulture)); break;
            case TimeSpan span: json.WriteNumber(name, Math.Round(span.TotalMilliseconds)); break;
            default: json.WriteString(name, Redaction.Of(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")); break;
        }
    }

    private static void WriteException(Utf8JsonWriter json, Exception exception)
    {
        json.WriteStartObject("err");
        json.WriteString("type", exception.GetType().Name);
        json.WriteString("message", Redaction.Of(exception.Message));
        json.WriteString("stack", Redaction.Of(exception.ToString()));
        json.WriteEndObject();
    }

    private static int LevelOf(LogLevel level) => level switch
    {
        LogLevel.Trace => 10,
        LogLevel.Debug => 20,
        LogLevel.Information => 30,
        LogLevel.Warning => 40,
        LogLevel.Error => 50,
        _ => 60,
    };
}
