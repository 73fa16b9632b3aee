using LeakWatch.Configuration;
using LeakWatch.Observability;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LeakWatch.Hosting;

/// <summary>Metrics and traces by OTLP, to whoever OTEL_EXPORTER_OTLP_ENDPOINT names. The other OTEL_ variables are read by the SDK, as its documentation says.</summary>
internal static class TelemetryServices
{
    public static void AddTelemetry(this IServiceCollection services, Settings settings, IReadOnlyList<HostRole> roles)
    {
        if (!settings.Operations.HasOtlp)
        {
            return;
        }

        services.AddOpenTelemetry()
            // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES go before these.
            .ConfigureResource(resource => resource
                .AddService($"leakwatch-{string.Join('-', roles).ToLowerInvariant()}", serviceVersion: Release.Version)
                .AddAttributes([new("deployment.environment.name", settings.Environment.Name)])
                .AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime").AddOtlpExporter(Prefer))
            .WithTracing(traces => traces
                .AddSource(Telemetry.Name)
                .AddAspNetCoreInstrumentation(requests => requests.Filter = context => context.Request.Path.StartsWithSegments("/v1"))
                .AddOtlpExporter(Prefer));
    }

    /// <summary>HTTP passes where gRPC does not, and the SDK's own default is the other.</summary>
    private static void Prefer(OtlpExporterOptions exporter)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL")))
        {
            exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        }
    }
}
