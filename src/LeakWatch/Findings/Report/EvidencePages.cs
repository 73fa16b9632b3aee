using LeakWatch.Core.Documents;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices.Statements;
using LeakWatch.Extraction;

namespace LeakWatch.Findings.Report;

/// <summary>The proof: each excerpt marked in amber where it stands on its page, or in its row of the table.</summary>
internal sealed class EvidencePages(IReadOnlyList<ReadDocument> documents)
{
    /// <summary>Pages drawn for one finding, and in all: beyond them the excerpt alone is shown, so that a page of hundreds of findings still opens.</summary>
    private const int MaxPagesOfFinding = 6;
    private const int MaxPages = 240;

    private readonly ILookup<string, ExtractedDocument> texts = documents
        .Where(document => document.Text is not null)
        .ToLookup(document => document.Source.FileName, document => document.Text!, StringComparer.Ordinal);

    private readonly Dictionary<ExtractedDocument, IReadOnlyList<TableRow>> tables = new(ReferenceEqualityComparer.Instance);
    private int drawn;

    public Html Of(Finding finding) => Html.Join(finding.Evidence
        .GroupBy(evidence => (evidence.FileName, evidence.Kind, evidence.Pointer.Page))
        .Select((place, index) => Place(place.Key.FileName, place.Key.Page, [.. place], index))
        .ToList());

    private Html Place(string fileName, int? pageNumber, IReadOnlyList<FindingEvidence> evidence, int index)
    {
        var picture = index < MaxPagesOfFinding && drawn < MaxPages && texts[fileName].FirstOrDefault() is { } text
            ? Picture(text, pageNumber, evidence, isFirst: index == 0)
            : null;
        if (picture is not null)
        {
            drawn++;
        }

        var where = FindingWords.Place(evidence[0].Pointer);
        return Html.Of($"""
            <figure class="proof">
              <figcaption>{Icons.File}<b>{fileName}</b>{(where.Length == 0 || evidence.Count > 1 ? "" : ", " + where)}</figcaption>
              {picture ?? Html.Empty}
              {Html.Join(evidence.Select(one => Excerpt(one, withPlace: evidence.Count > 1)))}
            </figure>
            """);
    }

    private static Html Excerpt(FindingEvidence evidence, bool withPlace) => Html.Of($"""
        <blockquote><mark><bdi>{evidence.Excerpt.Trim()}</bdi>{(withPlace ? Html.Of($"<cite>{FindingWords.Place(evidence.Pointer)}</cite>") : Html.Empty)}</mark></blockquote>
        """);

    private Html? Picture(ExtractedDocument text, int? pageNumber, IReadOnlyList<FindingEvidence> evidence, bool isFirst)
    {
        if (text.DelimitedText is { } delimited)
        {
            if (!tables.TryGetValue(text, out var rows))
            {
                tables[text] = rows = [.. DelimitedRows.Read(delimited, TableDialect.Detect(delimited))];
            }

            return TableExcerpt.Write(rows, evidence);
        }

        var page = text.Pages.FirstOrDefault(page => page.Number == (pageNumber ?? 1));
        return page is null ? null : PagePicture.Write(page, text.Origin, [.. evidence.Select(one => one.Pointer)], withHead: isFirst);
    }
}
