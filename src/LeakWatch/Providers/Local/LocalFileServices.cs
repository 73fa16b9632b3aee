using System.Security.Cryptography;

namespace LeakWatch.Providers.Local;

internal static class LocalFileServices
{
    private const int SecretBytes = 32;

    /// <param name="key">LW_ENCRYPTION_KEY_32B; without it, addresses end with the process that signed them.</param>
    public static IServiceCollection AddLocalFiles(this IServiceCollection services, string folder, Uri baseUrl, byte[]? key)
    {
        // A key of its own: what signs addresses never encrypts, and the other way round.
        var secret = key is null
            ? RandomNumberGenerator.GetBytes(SecretBytes)
            : HKDF.DeriveKey(HashAlgorithmName.SHA256, key, SecretBytes, info: "leakwatch local files"u8.ToArray());
        services.AddSingleton(new FileTokens(secret));
        services.AddSingleton(provider =>
        {
            var files = new LocalFileStore(folder, baseUrl, provider.GetRequiredService<FileTokens>(), provider.GetRequiredService<TimeProvider>());
            files.RemoveForgotten();
            return files;
        });
        services.AddSingleton<IFileStore>(provider => provider.GetRequiredService<LocalFileStore>());
        return services;
    }
}
