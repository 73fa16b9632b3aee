namespace LeakWatch.Configuration;

/// <summary>Where the variables of a deployment are set.</summary>
internal enum Place
{
    FlySecret,

    /// <summary>The file that is deployed with.</summary>
    FlyFile,

    /// <summary>Fly does it.</summary>
    Fly,

    /// <summary>The project's settings.</summary>
    VercelSettings,

    /// <summary>Vercel does it.</summary>
    Vercel,

    /// <summary>A secret of the environment that the workflows deploy to.</summary>
    GitHubSecret,

    /// <summary>The workflow that deploys does it.</summary>
    Workflow,
}

/// <summary>One variable of the environment. What is said when it is missing, the table in the docs and .env.example are made of it.</summary>
/// <param name="Meaning">Sentences: what it is, where one gets it.</param>
internal sealed record Variable(string Name, string Meaning)
{
    /// <summary>Roles that do not start without it in staging and production.</summary>
    public IReadOnlyList<HostRole> NeededBy { get; init; } = [];

    /// <summary>Those roles need it in development too.</summary>
    public bool IsNeededEverywhere { get; init; }

    /// <summary>A value of the right form, or how to make one.</summary>
    public string? Example { get; init; }

    /// <summary>What holds without it, as it would be written; null: nothing does.</summary>
    public string? Default { get; init; }

    /// <summary>A sentence: what is off, or done otherwise, without it.</summary>
    public string? Without { get; init; }

    /// <summary>Never shown: not in messages, logs or tables.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Nothing reads it so far: its feature is still to come.</summary>
    public bool IsReserved { get; init; }

    /// <summary>Where a deployment sets it; empty: nowhere.</summary>
    public IReadOnlyList<Place> SetIn { get; init; } = [Place.FlySecret];

    /// <summary>
    /// What is wrong with a value, as the rest of a sentence that begins with the name; null when it may be used.
    /// </summary>
    public Func<string, string?> Check { get; init; } = _ => null;

    public string MissingText => $"{Name} is not set. {Meaning}{(Example is null ? "" : $" It looks like {Example}")}";
}

/// <param name="Title">Whose variables they are, and where that one's page has them.</param>
internal sealed record VariableGroup(string Title, IReadOnlyList<Variable> Variables);
