namespace LeakWatch.Observability;

internal static class RequestCounters
{
    /// <summary>Counts what the API was asked and what it owed an answer: 5xx. Pages and health are not counted; they would hide it.</summary>
    public static void UseRequestTallies(this IApplicationBuilder app)
    {
        var tallies = app.ApplicationServices.GetRequiredService<Counters>();
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/v1"), api => api.Use(async (context, next) =>
        {
            var hasFailed = true;
            try
            {
                await next(context);
                hasFailed = context.Response.StatusCode >= StatusCodes.Status500InternalServerError;
            }
            finally
            {
                tallies.Count(Counter.Requests, hasFailed);
            }
        }));
    }
}
