using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LeakWatch.Tests.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeakWatch.Tests.Staging;

/// <summary>An authority of its own for servers on 127.0.0.1, with a list of revoked certificates that it serves, as clients that check everything ask for.</summary>
internal sealed class CertificateAuthority : IAsyncDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    private readonly X509Certificate2 root;
    private readonly WebApplication revocations;

    private CertificateAuthority(X509Certificate2 root, WebApplication revocations) => (this.root, this.revocations) = (root, revocations);

    /// <summary>PEM of the root: what SSL_CERT_FILE names.</summary>
    public required string RootFile { get; init; }

    /// <summary>PEM of the servers' certificate and its key.</summary>
    public required string CertificateFile { get; init; }

    public required string KeyFile { get; init; }

    public static async Task<CertificateAuthority> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var port = ServerProcess.FreePort();
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = Root(rootKey);
        var list = new CertificateRevocationListBuilder().Build(root, 1, TimeProvider.System.GetUtcNow() + Lifetime, HashAlgorithmName.SHA256);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var revocations = builder.Build();
        revocations.MapGet("/revoked.crl", () => TypedResults.Bytes(list, "application/pkix-crl"));
        await revocations.StartAsync(cancellationToken);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Server(key, root, $"http://127.0.0.1:{port}/revoked.crl");
        return new(root, revocations)
        {
            RootFile = Write(folder, "root.pem", root.ExportCertificatePem()),
            CertificateFile = Write(folder, "server.pem", certificate.ExportCertificatePem()),
            KeyFile = Write(folder, "server.key", key.ExportPkcs8PrivateKeyPem()),
        };
    }

    /// <summary>A client that trusts this authority and no other.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        SslOptions = new()
        {
            CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { root }, RevocationMode = X509RevocationMode.NoCheck },
        },
    };

    public async ValueTask DisposeAsync()
    {
        await revocations.DisposeAsync();
        root.Dispose();
    }

    private static X509Certificate2 Root(ECDsa key)
    {
        var request = new CertificateRequest("CN=LeakWatch rehearsal", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddHours(-1), now + Lifetime);
    }

    private static X509Certificate2 Server(ECDsa key, X509Certificate2 root, string revocationList)
    {
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, true, false));
        request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([revocationList]));
        var now = TimeProvider.System.GetUtcNow();
        return request.Create(root, now.AddMinutes(-30), now + (Lifetime / 2), RandomNumberGenerator.GetBytes(16));
    }

    private static string Write(string folder, string name, string pem)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, pem + "\n");
        return path;
    }
}
