using LeakWatch.Core.Invoices;

namespace LeakWatch.Data;

/// <summary>A normalised invoice as it is kept: the JSON of schema 1.0, and the columns that queries need.</summary>
internal sealed class StoredInvoice : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ShopId { get; init; }

    public required Guid DocumentId { get; init; }

    public required Guid DocumentVersionId { get; init; }

    /// <summary>From 0 within its version; a statement has one for each row.</summary>
    public required int Position { get; init; }

    public required InvoiceKind Kind { get; init; }

    public string? VendorName { get; init; }

    public string? CanonicalName { get; init; }

    /// <summary>A row of a Shopify bill.</summary>
    public required bool IsBill { get; init; }

    /// <summary>Of the <see cref="LedgerNameRow"/>; computed by the database. Detection loads the ledger by it.</summary>
    public Guid LedgerNameId { get; private init; }

    public string? InvoiceNumber { get; init; }

    public DateOnly? InvoiceDate { get; init; }

    public string? Currency { get; init; }

    public decimal? TotalAmount { get; init; }

    public required int Confidence { get; init; }

    public required ReadingMethod Method { get; init; }

    public required string Content { get; init; }
}

/// <summary>One charge, refund or credit; a copy of what the invoice's JSON says, for queries over a shop's ledger.</summary>
internal sealed class StoredLineItem : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ShopId { get; init; }

    public required Guid InvoiceId { get; init; }

    public required string LineId { get; init; }

    public required LineItemType Type { get; init; }

    public string? Description { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public DateOnly? PeriodStart { get; init; }

    /// <summary>Exclusive.</summary>
    public DateOnly? PeriodEnd { get; init; }
}

/// <summary>What a person says a field of an invoice really is. Kept apart from the reading, so that reading the version again keeps it.</summary>
internal sealed class StoredCorrection : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid DocumentVersionId { get; init; }

    /// <summary>Of the invoice within its version.</summary>
    public required int Position { get; init; }

    /// <summary>As <see cref="InvoiceCorrection.Field"/>.</summary>
    public required string Field { get; init; }

    /// <summary>Null: the document does not say it.</summary>
    public string? Value { get; set; }

    public required string CorrectedBy { get; set; }

    public required DateTimeOffset CorrectedAt { get; set; }
}
