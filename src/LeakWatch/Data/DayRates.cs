using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>Units of each currency for one of the base, on one day. The same for everybody.</summary>
internal sealed class DayRates
{
    public required DateOnly Day { get; init; }

    public required string BaseCurrency { get; init; }

    /// <summary>JSON: currency to decimal string.</summary>
    public required string Rates { get; init; }

    public required string Source { get; init; }
}

internal sealed class DayRatesConfiguration : IEntityTypeConfiguration<DayRates>
{
    public void Configure(EntityTypeBuilder<DayRates> entity)
    {
        entity.ToTable("exchange_rates");
        entity.HasKey(row => new { row.Day, row.BaseCurrency });
        entity.Property(row => row.Rates).HasColumnType("jsonb");
    }
}
