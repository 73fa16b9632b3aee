using LeakWatch.Core.Documents;
namespace LeakWatch.Core.Invoices.Reading;

/// <summary>Who issued the document: labelled sellers, letterheads, sender lines, legal forms, payees; agreement with e-mail and website counts.</summary>
internal static class VendorFinder
{
    public static Found<string>? Find(PageReading reading)
    {
        var candidates = new Dictionary<string, Found<string>>(StringComparer.Ordinal);
        var customers = reading.Rows.SelectMany(row => row.Cells).Where(cell => cell.IsCustomer).Select(cell => FoldedText.Of(cell.Text).Trim()).ToHashSet(StringComparer.Ordinal);
        var domains = Contacts.Domains(reading);
        var signs = new SenderSignals(reading);
        foreach (var candidate in All(reading))
        {
            var key = FoldedText.Of(candidate.Value).Trim();
            var repeated = reading.Rows.Count(row => row.Index != candidate.Cell.Row.Index && row.Cells.Any(cell => !cell.IsCustomer && cell.Folded.AsSpan().Trim().StartsWith(key)));
            var score = candidate.Score
                + Math.Min(VendorScores.RepeatedMax, VendorScores.Repeated * repeated)
                + Agreement(key, domains)
                + signs.ScoreOf(candidate)
                + (VendorName.HasLegalForm(candidate.Value) ? VendorScores.LegalForm : 0)
                - (customers.Contains(key) ? VendorScores.Customer : 0);
            candidates[key] = candidates.TryGetValue(key, out var before)
                ? (before.Score >= score ? before : candidate) with
                {
                    Score = Math.Max(before.Score, score) + VendorScores.FoundAgain,
                }
                : candidate with { Score = score };
        }

        Found<string>? best = null;
        foreach (var candidate in candidates.Values)
        {
            if (candidate.Score >= VendorScores.Enough && (best is null || candidate.Score > best.Value.Score))
            {
                best = candidate;
            }
        }

        return best;
    }

    private static IEnumerable<Found<string>> All(PageReading reading) =>
        Labelled(reading).Concat(SenderLines(reading)).Concat(Letterheads(reading)).Concat(LegalLines(reading)).Concat(FromMail(reading));

    private static IEnumerable<Found<string>> Labelled(PageReading reading)
    {
        foreach (var row in reading.Rows)
        {
            foreach (var cell in row.Cells)
            {
                var payable = cell.Labels.FirstOrDefault(label => label.Meaning is Label.PayableTo && label.Start > 0 && cell.Text.AsSpan(label.End).TrimStart() is [':' or '：', ..]);
                if (payable.Length > 0 && VendorName.In(cell.Text[payable.End..].Trim(' ', ':')) is { } payee)
                {
                    var named = reading.Text.EvidenceOf(row, row, cell.Box, cell.Text);
                    yield return new(payee, named, VendorScores.PayableToInSentence, cell);
                }

                if (cell.Labels is not [{ Meaning: Label.Seller or Label.PayableTo } label, ..] || cell.IsCustomer || (label.Start > 0 && (label.Meaning is Label.Seller || label.End < cell.Text.TrimEnd(' ', ':').Length)))
                {
                    continue;
                }

                var inline = cell.Text[label.End..].Trim(' ', ':', '：', '.', '-');
                var hasColon = cell.Text.AsSpan(label.End).TrimStart() is [':' or '：', ..];
                // Two columns of one form: the supplier's comes before the customer's.
                var isSecond = cell.Row.Cells.Take(cell.Index).Any(other => other.Labels is [{ Start: 0 } first, ..] && first.Meaning == label.Meaning && other.Text == cell.Text);
                var score = (label.Meaning is Label.PayableTo ? VendorScores.PayableTo : VendorScores.Seller)
                    - (isSecond ? VendorScores.SecondOfTwo : 0);
                if (inline.Length > 0)
                {
                    if ((hasColon || FieldFinder.IsFollowedBySpace(cell, label) || (label.Length > 8 && cell.Folded.AsSpan(label.Start, label.Length).Contains(' '))) && VendorName.In(inline) is { } name)
                    {
                        yield return new(name, reading.Text.EvidenceOf(row, row, cell.Box, cell.Text), score, cell);
                    }

                    continue;
                }

                foreach (var value in Beside(reading, cell))
                {
                    yield return value with { Score = score + value.Score };
                }
            }
        }
    }

    // Right of the label, or the first name-like cell of the rows below it ("Seller" / "GLN 400…" / "Name: Example GmbH").
    private static IEnumerable<Found<string>> Beside(PageReading reading, Cell cell)
    {
        var right = cell.Index + 1 < cell.Row.Cells.Count ? cell.Row.Cells[cell.Index + 1] : null;
        right = right is null || FieldFinder.IsLabel(right) ? OffsetRight(reading, cell, right) : right;
        if (right is not null && !FieldFinder.IsLabel(right) && !right.IsCustomer && VendorName.In(right.Text) is { } beside)
        {
            var printed = reading.Text.EvidenceOf(cell.Row, cell.Row, Box.Around(cell.Box, right.Box), right.Text);
            yield return new(beside, printed, -VendorScores.RightOfLabel, right);
        }

        for (var i = cell.Row.Index + 1; i < reading.Rows.Count && i <= cell.Row.Index + 5; i++)
        {
            var row = reading.Rows[i];
            var named = row.Cells.FirstOrDefault(other => other.Folded.StartsWith("name ", StringComparison.Ordinal) || other.Folded == "name");
            if (named is not null && (named.Folded.Length > 5 ? named.Text[5..] : named.Index + 1 < row.Cells.Count ? row.Cells[named.Index + 1].Text : "") is { Length: > 0 } text && VendorName.In(text.Trim(' ', ':')) is { } behindName)
            {
                yield return new(behindName, reading.Text.EvidenceOf(row), 0, named);
                yield break;
            }

            // "Number : 549910" and the like are fields of the block, not its name.
            if (row.Cells.FirstOrDefault(other => Math.Abs(other.Box.X - cell.Box.X) < 0.03) is { Labels: [{ Start: 0, Meaning: Label.Seller } own, ..] } labelled && FieldFinder.IsFollowedBySpace(labelled, own)
                && VendorName.In(labelled.Text[own.End..]) is { } behindLabel)
            {
                yield return new(behindLabel, reading.Text.EvidenceOf(row, row, labelled.Box, labelled.Text), 0, labelled);
                yield break;
            }

            if (row.Cells.Any(other => other.Text.Contains(':') && Math.Abs(row.Cells[0].Box.X - cell.Box.X) < 0.03))
            {
                continue;
            }

            var below = row.Cells.FirstOrDefault(other => Math.Abs(other.Box.X - cell.Box.X) < 0.03 || other.Overlaps(cell));
            if (below is { IsCustomer: false } && !FieldFinder.IsLabel(below) && !NoVendor.IsIn(below)
                && VendorName.In(below.Text) is { } name)
            {
                yield return new(name, reading.Text.EvidenceOf(row, row, below.Box, below.Text), 0, below);
                yield break;
            }
        }
    }

    // Ruled forms set a label of two lines beside a value of one: the value's row lies between them.
    private static Cell? OffsetRight(PageReading reading, Cell cell, Cell? limit)
    {
        foreach (var index in (int[])[cell.Row.Index - 1, cell.Row.Index + 1, cell.Row.Index - 2, cell.Row.Index + 2])
        {
            if (index >= 0 && index < reading.Rows.Count && reading.Rows[index] is var row && row.Page == cell.Row.Page && Math.Abs(row.Box.Y - cell.Box.Y) < 0.9 * cell.Row.Height
                && row.Cells.FirstOrDefault(other => other.Box.X > cell.Box.Right && other.Text.Count(char.IsLetter) >= 2 && (limit is null || other.Box.Right < limit.Box.X)) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    // "Example GmbH · Street 17 · 12345 Town": the line above the window of an envelope.
    private static IEnumerable<Found<string>> SenderLines(PageReading reading)
    {
        foreach (var cell in reading.Rows.SelectMany(row => row.Cells))
        {
            var parts = cell.Text.Split(['·', '•', '●', '|', '∙', '⋅', '*', '–'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            parts = parts.Length == 1 && cell.Text.Split(" - ", StringSplitOptions.TrimEntries) is { Length: >= 3 } hyphened ? hyphened : parts;
            if (parts.Length >= 2 && cell.Text.Length < 160 && !cell.IsCustomer && !cell.Row.Amounts.Any(amount => amount.IsMoney && amount.Amount.Mark is not null)
                && parts.Skip(1).Any(part => part.Any(char.IsAsciiDigit)) && VendorName.In(parts[0]) is { } name && (VendorName.HasLegalForm(name) || MaySend(reading, cell, name)))
            {
                var line = reading.Text.EvidenceOf(cell.Row, cell.Row, cell.Box, cell.Text);
                yield return new(name, line, VendorScores.SenderLine, cell);
            }
        }
    }

    // Not "Visa •••• 4410", "Feb 12 – Mar 12, 2026", "Paid with Mastercard · Feb 14".
    private static bool MaySend(PageReading reading, Cell cell, string name) =>
        cell.Dates.Count == 0 && !cell.Text.Contains("••", StringComparison.Ordinal) && !cell.Text.Contains("**", StringComparison.Ordinal)
        && PeriodText.Find(cell.Text, reading.Order) is null && !NoVendor.IsSentence(FoldedText.Of(name));

    // Names at the top, the larger the better, and names with a legal form anywhere.
    private static IEnumerable<Found<string>> Letterheads(PageReading reading)
    {
        var tableStart = reading.Headings is [var table, ..] ? table.First.Index : int.MaxValue;
        var typical = DocumentTitle.TypicalHeight(reading);
        var nth = 0;
        var firstMoney = reading.Rows.FirstOrDefault(row => row.Amounts.Any(amount => amount.IsMoney))?.Index ?? 0;
        foreach (var row in reading.Rows)
        {
            foreach (var cell in row.Cells)
            {
                var hasForm = VendorName.HasLegalForm(cell.Text);
                if (VendorName.IsLegalFormAlone(cell.Text))
                {
                    continue;
                }

                var isTop = row.Page == 1 && row.Index < tableStart && (row.Box.Y < 0.33
                    || (row.Box.Y < VendorScores.HeadOfPage && row.Index < firstMoney));
                if (cell.IsCustomer || (!isTop && !hasForm) || cell.Text.Length > 70
                    || VendorName.In(WithFormBelow(reading, cell)) is not { } name
                    || NoVendor.IsIn(cell))
                {
                    continue;
                }

                nth++;
                // What has its price beside it was bought.
                var isPriced = !hasForm && row.Cells.Skip(cell.Index + 1).Any(other => other.Amounts.Any(amount => amount.IsMoney) && other.Labels is not [{ Start: 0 }, ..]);
                var size = Math.Clamp(cell.Words.Max(word => word.Box.Height) / typical, 0.5, 2.5);
                var score = VendorScores.Letterhead
                    + (isTop ? PlaceScore(nth, row) : 0)
                    + (IsAboveAddress(reading, cell) ? VendorScores.AboveAddress : 0)
                    + (int)(VendorScores.Size * (size - 1))
                    + (hasForm ? VendorScores.LegalFormInLetterhead : 0)
                    - (isPriced ? VendorScores.Priced : 0);
                yield return new(name, reading.Text.EvidenceOf(row, row, cell.Box, cell.Text), score, cell);
            }
        }
    }

    private static int PlaceScore(int nth, Row row) =>
        Math.Max(0, VendorScores.FirstName - (VendorScores.EarlierName * (nth - 1)))
        + (int)(VendorScores.Top * (1 - (row.Box.Y / VendorScores.HeadOfPage)));

    // "Example Telecom SAS au capital de 2 400 000 € – 18 boulevard …": the small print begins with the registered name.
    private static IEnumerable<Found<string>> LegalLines(PageReading reading)
    {
        foreach (var cell in reading.Rows.SelectMany(row => row.Cells).Where(cell => cell.Text.Length > 70 && !cell.IsCustomer))
        {
            var form = VendorName.LegalForms.FindAll(cell.Folded).FirstOrDefault(form => form.Start > 2 && form.End < 64 && Follows(cell.Text, form.End));
            if (form.Length > 0 && VendorName.In(cell.Text[..form.End]) is { } name && name.Count(c => c == ' ') <= 6
                && !NoVendor.IsSentence(FoldedText.Of(name)))
            {
                var score = cell.Row.Box.Y > 0.6 ? VendorScores.SmallPrintAtFoot : VendorScores.SmallPrint;
                yield return new(name, reading.Text.EvidenceOf(cell.Row, cell.Row, cell.Box, cell.Text), score, cell);
            }
        }
    }

    private static bool Follows(string text, int end)
    {
        var rest = text.AsSpan(end).TrimStart('.');
        return rest.TrimStart() is [',' or '·' or '|' or '-' or '–' or '—' or '‒' or '•' or '(' or ';' or ':', ..] || text.AsSpan(end) is ['.', ' ', >= 'A' and <= 'Z', ..] || rest.TrimStart().StartsWith("au capital") || rest.TrimStart().StartsWith("registered") || rest.TrimStart().StartsWith("is a ") || rest.TrimStart().StartsWith("Registered");
    }

    // "Southern Harbour Digital" / "Pty Ltd": a long name goes on below.
    private static string WithFormBelow(PageReading reading, Cell cell) =>
        DocumentTitle.WithoutTitle(cell) is var text && !VendorName.HasLegalForm(text) && FieldFinder.Below(reading, cell) is { } below && Math.Abs(below.Box.X - cell.Box.X) < 0.01
            && below.Row.Box.Y - cell.Box.Bottom < cell.Row.Height && VendorName.IsLegalFormAlone(below.Text) ? $"{text} {below.Text}" : text;

    private static bool IsAboveAddress(PageReading reading, Cell cell)
    {
        for (var i = cell.Row.Index + 1; i < reading.Rows.Count && i <= cell.Row.Index + 2; i++)
        {
            var below = reading.Rows[i].Cells.FirstOrDefault(other => Math.Abs(other.Box.X - cell.Box.X) < 0.03 || Math.Abs(other.Box.Right - cell.Box.Right) < 0.01
                || Math.Abs(other.Box.X + other.Box.Right - cell.Box.X - cell.Box.Right) < 0.04);
            if (below is not null && below.Dates.Count == 0 && !below.Amounts.Any(amount => amount.IsMoney) && LooksLikeAddress(below.Text) && !FieldFinder.IsLabel(below))
            {
                return true;
            }
        }

        return false;
    }

    // Begins or ends with a house number, or holds a postcode.
    private static bool LooksLikeAddress(string text)
    {
        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && text.Any(char.IsLetter)
            && (char.IsAsciiDigit(words[0][0]) || (words[^1].Length <= 5 && char.IsAsciiDigit(words[^1][0])) || words.Any(word => word.Length is 5 or 6 && word.All(char.IsAsciiDigit)) || Locale.HasStateAndZip(text));
    }

    private static IEnumerable<Found<string>> FromMail(PageReading reading)
    {
        if (reading.Document.Mail is { FromName: { Length: > 1 } from } && reading.Rows.Count > 0 && VendorName.In(WithoutDepartment(from)) is { } name)
        {
            var sender = reading.Text.EvidenceOf(reading.Rows[0]) with { Excerpt = from };
            yield return new(name, sender, VendorScores.MailSender, reading.Rows[0].Cells[0]);
        }
    }

    // "Heronmail Billing", "The Heronmail Team"
    private static string WithoutDepartment(string sender)
    {
        var words = sender.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && ((string[])["billing", "team", "support", "invoices", "invoice", "receipts", "accounts", "accounting", "notifications", "payments", "noreply", "no-reply", "via", "sales"]).Contains(words[^1].ToLowerInvariant()))
        {
            words.RemoveAt(words.Count - 1);
        }

        return string.Join(' ', words.SkipWhile(word => words.Count > 1 && word is "The" or "the"));
    }

    // A domain that is one word of several is a weaker sign than one that is the name.
    private static int Agreement(string key, IReadOnlyList<string> domains)
    {
        var compact = string.Concat(key.Where(char.IsLetterOrDigit));
        var first = key.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [{ Length: >= 4 } word, ..] ? word : null;
        var best = 0;
        foreach (var domain in domains.Where(domain => domain.Length >= 3))
        {
            var agrees = compact.StartsWith(domain, StringComparison.Ordinal) || (compact.Length >= 4 && domain.StartsWith(compact, StringComparison.Ordinal)) || (first is not null && domain.StartsWith(first, StringComparison.Ordinal));
            var isOneWord = domain == first && compact.Length >= 3 * domain.Length;
            best = agrees ? Math.Max(best, isOneWord ? VendorScores.DomainIsOneWord : VendorScores.Domain) : best;
        }

        return best;
    }
}
