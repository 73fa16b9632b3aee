using LeakWatch.Core.Documents;

namespace LeakWatch.Data;

/// <summary>What the reader found in a version, but for its pages.</summary>
internal sealed class ExtractedText : ITenantRow
{
    /// <summary>The version's id: there is one for each.</summary>
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required DocumentType Type { get; init; }

    public required TextOrigin Origin { get; init; }

    public string? DelimitedText { get; init; }

    public string? InvoiceXml { get; init; }

    /// <summary>JSON of <see cref="MailHeader"/>.</summary>
    public string? Mail { get; init; }

    public required string[] Warnings { get; init; }
}

/// <summary>One page's lines with the boxes of their words.</summary>
internal sealed class ExtractedPage : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid DocumentVersionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required double Width { get; init; }

    public required double Height { get; init; }

    /// <summary>JSON of the page's <see cref="TextLine"/>s.</summary>
    public required string Lines { get; init; }
}
