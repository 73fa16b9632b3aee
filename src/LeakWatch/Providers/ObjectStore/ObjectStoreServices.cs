using Amazon.Runtime;
using Amazon.S3;

namespace LeakWatch.Providers.ObjectStore;

internal static class ObjectStoreServices
{
    private const int Retries = 2;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public static IServiceCollection AddObjectStore(this IServiceCollection services, ObjectStoreOptions settings)
    {
        services.AddSingleton<IFileStore>(provider => new ObjectStoreFiles(CreateClient(settings), settings.Bucket, provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    public static AmazonS3Client CreateClient(ObjectStoreOptions settings) => new(
        new BasicAWSCredentials(settings.AccessKeyId, settings.SecretAccessKey),
        new AmazonS3Config
        {
            ServiceURL = settings.Endpoint.AbsoluteUri,
            ForcePathStyle = true,
            AuthenticationRegion = "auto",
            // R2 does not know the trailing checksums that the SDK would add by itself.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            MaxErrorRetry = Retries,
            Timeout = Timeout,
        });
}
