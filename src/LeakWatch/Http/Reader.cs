using LeakWatch.Core.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace LeakWatch.Http;

/// <summary>Who reads the answer: the language of <c>Accept-Language</c> that we speak and they like best, English where there is none.</summary>
internal sealed record Reader(Language Language)
{
    private const string English = "en";
    private const string Korean = "ko";

    /// <summary>BCP 47.</summary>
    public string Tag => Language switch
    {
        Language.English => English,
        Language.Korean => Korean,
    };

    /// <summary>Bound into handlers by its type; their routes are <see cref="SpokenRoutes.LocalizeResponse"/>.</summary>
    public static ValueTask<Reader> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context.Request));

    public static Reader Of(HttpRequest request) => new(request.GetTypedHeaders().AcceptLanguage
        .Where(wanted => wanted.Quality is not 0).OrderByDescending(wanted => wanted.Quality ?? 1)
        .Select(wanted => LocalizedRoute(wanted.Value.Value)).OfType<Language>().FirstOrDefault());

    private static Language? LocalizedRoute(string? tag) => tag?.Split('-')[0].ToLowerInvariant() switch
    {
        English => Language.English,
        Korean => Language.Korean,
        _ => null,
    };
}

/// <summary>On a route whose answers hold sentences.</summary>
internal sealed class LocalizedRoute;

internal static class SpokenRoutes
{
    extension(RouteGroupBuilder group)
    {
        /// <summary>Says in which language an answer is, and that another reader may get another. Errors are English; their codes are what programs read.</summary>
        public RouteGroupBuilder LocalizeResponse() => group.WithMetadata(new LocalizedRoute()).AddEndpointFilter(async (context, next) =>
        {
            var result = await next(context);
            var headers = context.HttpContext.Response.Headers;
            headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            var isProblem = (result is INestedHttpResult nested ? nested.Result : result) is ProblemHttpResult;
            headers.ContentLanguage = (isProblem ? new Reader(Language.English) : Reader.Of(context.HttpContext.Request)).Tag;
            return result;
        });
    }
}
