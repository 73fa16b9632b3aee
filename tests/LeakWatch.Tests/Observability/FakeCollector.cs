using LeakWatch.Tests.Services;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeakWatch.Tests.Observability;

/// <summary>A collector that takes OTLP over HTTP and reads every byte of it as protobuf. https://opentelemetry.io/docs/specs/otlp</summary>
internal sealed class FakeCollector : IAsyncDisposable
{
    private readonly WebApplication server;

    private FakeCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Url.Port));
        server = builder.Build();
        server.MapPost("/v1/metrics", context => TakeAsync(context, ReadMetrics));
        server.MapPost("/v1/traces", context => TakeAsync(context, ReadTraces));
    }

    public Uri Url { get; } = new($"http://127.0.0.1:{ServerProcess.FreePort()}");

    /// <summary>Data points: the newest of each series. Keys are <c>name{attribute=value,…}</c>, values sum, gauge, or count of a histogram.</summary>
    public ConcurrentDictionary<string, double> Points { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of spans with their attributes.</summary>
    public ConcurrentQueue<(string Name, string Attributes)> Spans { get; } = new();

    public ConcurrentDictionary<string, string> Resource { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Faults { get; } = new();

    public ConcurrentQueue<byte[]> Bodies { get; } = new();

    public static async Task<FakeCollector> StartAsync()
    {
        var collector = new FakeCollector();
        await collector.server.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task TakeAsync(HttpContext context, Action<Fields> read)
    {
        try
        {
            if (context.Request.ContentType != "application/x-protobuf")
            {
                throw new FormatException($"The type {context.Request.ContentType}.");
            }

            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            Bodies.Enqueue(body.ToArray());
            read(Fields.Of(body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
        }
        catch (FormatException fault)
        {
            Faults.Enqueue(fault.Message);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private void ReadMetrics(Fields request)
    {
        foreach (var resource in request.Messages(1))
        {
            ReadResource(resource);
            foreach (var metric in resource.Messages(2).SelectMany(scope => scope.Messages(2)))
            {
                foreach (var point in metric.Messages(5).Concat(metric.Messages(7)).SelectMany(kind => kind.Messages(1)))
                {
                    Points[$"{metric.Text(1)}{{{Attributes(point, 7)}}}"] = point.Has(4) ? BitConverter.UInt64BitsToDouble(point.Number(4)) : (long)point.Number(6);
                }

                foreach (var point in metric.Messages(9).SelectMany(histogram => histogram.Messages(1)))
                {
                    Points[$"{metric.Text(1)}{{{Attributes(point, 9)}}}"] = point.Number(4);
                }
            }
        }
    }

    private void ReadTraces(Fields request)
    {
        foreach (var resource in request.Messages(1))
        {
            ReadResource(resource);
            foreach (var span in resource.Messages(2).SelectMany(scope => scope.Messages(2)))
            {
                Spans.Enqueue((span.Text(5), Attributes(span, 9)));
            }
        }
    }

    private void ReadResource(Fields resource)
    {
        foreach (var attribute in resource.Messages(1).SelectMany(one => one.Messages(1)))
        {
            Resource[attribute.Text(1)] = Value(attribute);
        }
    }

    private static string Attributes(Fields owner, int field) =>
        string.Join(',', owner.Messages(field).Select(attribute => $"{attribute.Text(1)}={Value(attribute)}").Order(StringComparer.Ordinal));

    private static string Value(Fields attribute) => attribute.Messages(2).Single() is var value && value.Has(1) ? value.Text(1) : value.Has(3) ? value.Number(3).ToString(System.Globalization.CultureInfo.InvariantCulture) : "";

    /// <summary>One protobuf message: its fields by number.</summary>
    private sealed class Fields
    {
        private readonly List<(int Field, ulong Number, byte[]? Bytes)> all = [];

        public static Fields Of(ReadOnlySpan<byte> message)
        {
            var fields = new Fields();
            while (!message.IsEmpty)
            {
                var tag = Varint(ref message);
                var field = (int)(tag >> 3);
                switch (tag & 7)
                {
                    case 0: fields.all.Add((field, Varint(ref message), null)); break;
                    case 1: fields.all.Add((field, BinaryPrimitives.ReadUInt64LittleEndian(Take(ref message, 8)), null)); break;
                    case 2: fields.all.Add((field, 0, Take(ref message, (int)Varint(ref message)).ToArray())); break;
                    case 5: fields.all.Add((field, BinaryPrimitives.ReadUInt32LittleEndian(Take(ref message, 4)), null)); break;
                    default: throw new FormatException($"No wire type: {tag & 7}.");
                }
            }

            return fields;
        }

        public bool Has(int field) => all.Exists(one => one.Field == field);

        public ulong Number(int field) => all.Find(one => one.Field == field).Number;

        public string Text(int field) => Encoding.UTF8.GetString(all.Find(one => one.Field == field).Bytes ?? []);

        public IEnumerable<Fields> Messages(int field) => all.Where(one => one.Field == field).Select(one => Of(one.Bytes ?? throw new FormatException($"Field {field} is no message.")));

        private static ulong Varint(ref ReadOnlySpan<byte> message)
        {
            var value = 0ul;
            for (var shift = 0; shift < 64; shift += 7)
            {
                var part = Take(ref message, 1)[0];
                value |= (ulong)(part & 0x7F) << shift;
                if (part < 0x80)
                {
                    return value;
                }
            }

            throw new FormatException("A number without an end.");
        }

        private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> message, int length)
        {
            if (length < 0 || length > message.Length)
            {
                throw new FormatException("A field that is longer than its message.");
            }

            var taken = message[..length];
            message = message[length..];
            return taken;
        }
    }
}
