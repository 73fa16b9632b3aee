namespace LeakWatch.Data;

/// <summary>What operators were told of one alert; the same for all workers, so that two never tell it twice.</summary>
internal sealed class StoredAlert
{
    /// <summary>Of <see cref="Core.Operations.AlertKind"/>.</summary>
    public required string Kind { get; init; }

    public required bool IsOn { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset NotifiedAt { get; init; }

    public required decimal NotifiedValue { get; init; }

    /// <summary>The last notice; JSON.</summary>
    public required string Notice { get; init; }

    /// <summary>Names of the channels that have not taken it yet.</summary>
    public required string[] PendingChannels { get; init; }
}

/// <summary>What was tried within one minute over all processes, and failed. Kept for a day.</summary>
internal sealed class Tally
{
    public required string Name { get; init; }

    public required DateTimeOffset Minute { get; init; }

    public required long Tries { get; init; }

    public required long Failed { get; init; }
}
