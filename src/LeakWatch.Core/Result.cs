using System.Diagnostics.CodeAnalysis;

namespace LeakWatch.Core;

public enum ErrorKind { Invalid, NotFound, Conflict, LimitReached }

/// <summary>A failure we expect and can explain to the caller. Outages and bugs are exceptions, not errors.</summary>
/// <param name="Code">Stable, SCREAMING_SNAKE, part of the public contract (docs/errors.md): never reuse or rename one.</param>
/// <param name="Message">What happened, to what, and what to do next; one or two sentences for people.</param>
public record Error(ErrorKind Kind, string Code, string Message);

/// <summary>A value, or the reason there is none.</summary>
public readonly struct Result<T>
{
    private Result(T? value, Error? error) => (Value, Error) = (value, error);

    public T? Value { get; }

    public Error? Error { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsOk => Error is null;

    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next) => IsOk ? next(Value) : Error;

#pragma warning disable CA2225 // The conversions are the whole point; named twins would only repeat them.
    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);
#pragma warning restore CA2225
}
