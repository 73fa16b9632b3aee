using LeakWatch.Core;
using LeakWatch.Core.Invoices.SecondReader;
using LeakWatch.Providers;
using LeakWatch.Providers.OpenAi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeakWatch.Tests.Providers.OpenAi;

public sealed class OpenAiSecondReaderTests
{
    private static readonly TimeSpan TryLimit = TimeSpan.FromSeconds(90);
    private static readonly ModelQuestion Question = new("Read it.", "<document-1>\np1 l1| Total   $10.00\n</document-1>\n", Prompt.SchemaName, Prompt.Schema, Prompt.MaxOutputTokens);

    private readonly WaitingTime time = new(TryLimit);
    private readonly CollectedLogs logs = new();

    [Fact]
    public async Task Sends_what_the_service_demands_and_no_more()
    {
        await using var server = (await FakeOpenAi.StartAsync()).Says("{}", input: 1200, cached: 1024, output: 300);

        var reply = (await AskAsync(server)).Value!;

        Assert.Equal(("{}", ReplyEnding.Complete, new TokenUsage(1200, 1024, 300), "gpt-4o-mini-2024-07-18"), (reply.Text, reply.Ending, reply.Usage, reply.Model));
        var call = Assert.Single(server.Calls);
        Assert.Equal(["max_completion_tokens", "messages", "model", "response_format", "store", "temperature"], call.AsObject().Select(member => member.Key).Order());
        Assert.False(call["store"]!.GetValue<bool>());
        Assert.Equal(0, call["temperature"]!.GetValue<double>());
        Assert.Equal(["system", "user"], call["messages"]!.AsArray().Select(message => (string?)message!["role"]));
        Assert.Equal("Read it.", (string?)call["messages"]![0]!["content"]);
        Assert.DoesNotContain("Total", call["messages"]![0]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_the_broken_answer_back_with_its_fault()
    {
        await using var server = (await FakeOpenAi.StartAsync()).Says("{}");

        await AskAsync(server, question: Question with { Broken = new("{\"x\":1}", "It breaks the schema.") });

        var messages = server.Calls[0]["messages"]!.AsArray();
        Assert.Equal(["system", "user", "assistant", "user"], messages.Select(message => (string?)message!["role"]));
        Assert.Contains("x", messages[2]!["content"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("It breaks the schema.", messages[3]!["content"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_pages_as_pictures_where_there_are_any()
    {
        await using var server = (await FakeOpenAi.StartAsync()).Says("{}");

        await AskAsync(server, question: Question with { Pictures = [new(1, "image/png", new byte[] { 1, 2, 3 })] });

        var parts = server.Calls[0]["messages"]![1]!["content"]!.AsArray();
        Assert.Equal("data:image/png;base64,AQID", (string?)parts[^1]!["image_url"]!["url"]);
    }

    [Theory]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("retry-after-ms", "1500", 1.5)]
    [InlineData("Retry-After", "Thu, 05 Mar 2026 09:00:20 GMT", 20)]
    public async Task Waits_as_long_as_it_is_asked_to(string header, string value, double seconds)
    {
        await using var server = (await FakeOpenAi.StartAsync()).Refuses(429, "rate_limit_exceeded", (header, value)).Says("{}");

        Assert.True((await AskAsync(server)).IsOk);
        Assert.Equal([TimeSpan.FromSeconds(seconds)], time.Pauses);
    }

    [Fact]
    public async Task Backs_off_further_each_time_and_then_gives_up()
    {
        await using var server = (await FakeOpenAi.StartAsync()).Refuses(500, "server_error").Refuses(503, "overloaded").Refuses(502, "bad_gateway").Refuses(500, "server_error");

        Assert.Equal("LLM_UNAVAILABLE", (await AskAsync(server)).Error?.Code);
        Assert.Equal(4, server.Calls.Count);
        Assert.Collection(time.Pauses, first => Assert.InRange(first.TotalSeconds, 0.5, 1), second => Assert.InRange(second.TotalSeconds, 1, 2), third => Assert.InRange(third.TotalSeconds, 2, 4));
    }

    [Fact]
    public async Task Does_not_wait_an_hour()
    {
        await using var server = (await FakeOpenAi.StartAsync()).Refuses(429, "rate_limit_exceeded", ("Retry-After", "3600"));

        Assert.Equal("LLM_UNAVAILABLE", (await AskAsync(server)).Error?.Code);
        Assert.Empty(time.Pauses);
    }

    [Theory]
    [InlineData(400, "invalid_value")]
    [InlineData(401, "invalid_api_key")]
    [InlineData(403, "country_not_supported")]
    [InlineData(404, "model_not_found")]
    [InlineData(429, "insufficient_quota")]
    public async Task Does_not_try_again_what_cannot_pass(int status, string code)
    {
        await using var server = (await FakeOpenAi.StartAsync()).Refuses(status, code);

        var error = (await AskAsync(server)).Error!;

        Assert.Equal("LLM_UNAVAILABLE", error.Code);
        Assert.Contains(code, error.Message, StringComparison.Ordinal);
        Assert.Single(server.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON at all")]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[]}")]
    [InlineData("{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":\"soon\",\"model\":\"m\",\"choices\":[{\"index\":0}]}")]
    public async Task Tries_again_when_the_answer_is_no_completion(string body)
    {
        await using var server = (await FakeOpenAi.StartAsync()).SendsBytes(body).Says("{}");

        Assert.True((await AskAsync(server)).IsOk);
    }

    [Fact]
    public async Task Tries_again_after_a_lost_connection()
    {
        await using var server = (await FakeOpenAi.StartAsync()).DropsTheConnection().Says("{}");

        Assert.True((await AskAsync(server)).IsOk);
    }

    [Fact]
    public async Task A_try_that_takes_too_long_is_one_failed_try()
    {
        await using var server = (await FakeOpenAi.StartAsync()).NeverAnswers(time.RunOutLimits).Says("{}");

        Assert.True((await AskAsync(server)).IsOk);
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task Stops_at_once_when_the_job_is_stopped()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var server = (await FakeOpenAi.StartAsync()).NeverAnswers(stop.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(server, stop: stop.Token));
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Nobody_there_is_unavailable()
    {
        var server = await FakeOpenAi.StartAsync();
        var gone = server.BaseUrl;
        await server.DisposeAsync();

        Assert.Equal("LLM_UNAVAILABLE", (await Reader(new() { ApiKey = FakeOpenAi.Key, BaseUrl = gone, TryLimit = TryLimit }).AskAsync(Question, TestContext.Current.CancellationToken)).Error?.Code);
    }

    [Theory]
    [InlineData("stop", "I cannot help with that.", ReplyEnding.Declined)]
    [InlineData("content_filter", null, ReplyEnding.Declined)]
    [InlineData("length", null, ReplyEnding.CutOff)]
    public async Task Says_how_an_answer_ended(string finish, string? refusal, ReplyEnding ending)
    {
        await using var server = (await FakeOpenAi.StartAsync()).Says("{\"documentKind\":\"INV", finish, refusal);

        Assert.Equal(ending, (await AskAsync(server)).Value?.Ending);
    }

    [Fact]
    public async Task Logs_no_word_that_was_sent_or_came_back()
    {
        await using var server = (await FakeOpenAi.StartAsync()).Refuses(500, "server_error").Refuses(429, "rate_limit_exceeded").SendsBytes("secret words").Refuses(400, "secret words");

        var error = (await AskAsync(server)).Error!;

        Assert.Equal(4, logs.Lines.Count);
        Assert.All([.. logs.Lines, error.Message], line =>
        {
            Assert.DoesNotContain("secret words", line, StringComparison.Ordinal);
            Assert.DoesNotContain("Total", line, StringComparison.Ordinal);
            Assert.DoesNotContain(FakeOpenAi.Key, line, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Without_a_key_nobody_is_asked()
    {
        using var services = new ServiceCollection().AddOpenAi(null).BuildServiceProvider();

        Assert.Null(services.GetRequiredService<ISecondReader>().Model);
    }

    [Theory]
    [InlineData("http://api.example/v1", 3, "OPENAI_BASE_URL")]
    [InlineData("ftp://127.0.0.1/v1", 3, "OPENAI_BASE_URL")]
    [InlineData("https://api.openai.com/v1", 11, "OPENAI_MAX_RETRIES")]
    public void Options_that_cannot_work_stop_the_start(string url, int retries, string variable) =>
        Assert.Contains(variable, Assert.Throws<ArgumentException>(() => new ServiceCollection().AddOpenAi(new() { ApiKey = FakeOpenAi.Key, BaseUrl = new(url), MaxRetries = retries })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[],\"additionalProperties\":false}")]
    [InlineData("{\"type\":\"object\",\"properties\":{},\"required\":[]}")]
    [InlineData("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"minLength\":1}},\"required\":[\"a\"],\"additionalProperties\":false}")]
    public async Task The_stand_in_refuses_a_schema_as_the_service_does(string schema)
    {
        await using var server = await FakeOpenAi.StartAsync();

        Assert.Contains("invalid_json_schema", (await AskAsync(server, question: Question with { Schema = schema })).Error!.Message, StringComparison.Ordinal);
    }

    private Task<Result<ModelReply>> AskAsync(FakeOpenAi server, ModelQuestion? question = null, CancellationToken? stop = null) =>
        Reader(new() { ApiKey = FakeOpenAi.Key, BaseUrl = server.BaseUrl, TryLimit = TryLimit }).AskAsync(question ?? Question, stop ?? TestContext.Current.CancellationToken);

    private ISecondReader Reader(OpenAiOptions options) =>
        new ServiceCollection().AddSingleton<TimeProvider>(time).AddLogging(builder => builder.AddProvider(logs.Provider)).AddOpenAi(options).BuildServiceProvider().GetRequiredService<ISecondReader>();
}
