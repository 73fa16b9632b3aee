using LeakWatch.Core.Leaks;
using LeakWatch.Documents;

namespace LeakWatch.Leaks.Page;

/// <summary>The proof: each excerpt marked in amber where it stands on its page, or in its row of the table.</summary>
internal sealed class EvidencePages(IReadOnlyList<ReadDocument> documents)
{
    /// <summary>Pages drawn for one finding, and in all: beyond them the excerpt alone is shown, so that a page of hundreds of findings still opens.</summary>
    private const int MostPagesOfFinding = 6;
    private const int MostPages = 240;

    private readonly ILookup<string, ReadDocument> byName = documents.ToLookup(document => document.Source.FileName, StringComparer.Ordinal);
    private int drawn;

    public Html Of(Finding finding)
    {
        var places = finding.Evidence
            .GroupBy(evidence => (evidence.FileName, evidence.Kind, evidence.Pointer.Page))
            .Select((place, index) => Place(place.Key.FileName, place.Key.Page, [.. place], index))
            .ToList();
        return Html.Join(places);
    }

    private Html Place(string fileName, int? pageNumber, IReadOnlyList<FindingEvidence> evidence, int index)
    {
        var text = byName[fileName].Select(document => document.Text).FirstOrDefault(text => text is not null);
        var page = text?.Pages.FirstOrDefault(page => page.Number == (pageNumber ?? 1));
        var picture = index >= MostPagesOfFinding || drawn >= MostPages ? null
            : text?.DelimitedText is { } table ? TableExcerpt.Write(table, evidence)
            : page is not null ? PagePicture.Write(page, text!.Origin, [.. evidence.Select(one => one.Pointer)], withHead: index == 0)
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
              {Html.Join(evidence.Select(one => Html.Of($"""<blockquote><mark><bdi>{one.Excerpt.Trim()}</bdi>{(evidence.Count > 1 ? Html.Of($""" <cite>{FindingWords.Place(one.Pointer)}</cite>""") : Html.Empty)}</mark></blockquote>""")))}
            </figure>
            """);
    }
}
