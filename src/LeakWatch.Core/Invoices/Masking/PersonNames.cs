using System.Text.RegularExpressions;

namespace LeakWatch.Core.Invoices.Masking;

/// <summary>PersonNames who are greeted, thanked, titled or named by a label.</summary>
internal sealed partial class PersonNames(OwnContacts own, IReadOnlyList<NormalizedInvoice> invoices)
{
    private readonly List<string> products = [.. invoices.SelectMany(invoice => invoice.LineItems).Select(line => line.Description).OfType<string>()];

    public IEnumerable<Span> In(RowText row)
    {
        var certain = Names(row, Greeting()).Where(name => !OpensSentence().IsMatch(row.Narrow[name.Span.Start..name.Span.End])).Concat(Names(row, OtherGreeting())).Concat(Names(row, Titled())).Concat(Names(row, Labelled())).Concat(Names(row, Korean()));
        var likely = Names(row, Thanks()).Where(name => !NoThanked().IsMatch(row.Narrow[name.Span.Start..name.Span.End])).Concat(Names(row, CareOf())).Concat(Names(row, SoftLabel()).Where(name => OpensCell(row, name.Start)));
        return certain.Select(name => name.Span).Concat(likely.Select(name => name.Span).Where(span => IsPerson(row, span)));
    }

    /// <summary>A courtesy such as "valued customer" instead of a name.</summary>
    public static bool IsNobody(string text) => Nobody().IsMatch(text) || KoreanNobody().IsMatch(text);

    private static IEnumerable<(int Start, Span Span)> Names(RowText row, Regex pattern)
    {
        foreach (Match match in pattern.Matches(row.Narrow))
        {
            var name = match.Groups["name"];
            // Behind the end of its cell another column begins.
            var cell = row.Row.Cells.Select(row.SpanOf).First(cell => name.Index < cell.End);
            var text = row.Narrow[name.Index..Math.Min(name.Index + name.Length, cell.End)].TrimEnd(' ', '.', '-');
            if (text.Length > 0 && !IsNobody(text))
            {
                yield return (match.Index, new(name.Index, name.Index + text.Length));
            }
        }
    }

    private static bool OpensCell(RowText row, int start) => row.Row.Cells.Any(cell => row.StartOf(cell) == start);

    // "Name:" and "Owner:" stand in front of plans, apps and departments too.
    private bool IsPerson(RowText row, Span span)
    {
        var text = row.Narrow[span.Start..span.End];
        return row.StandsAlone(span) && (span.End == row.Narrow.Length || row.Narrow[span.End] is not ('@' or '/' or '_')) && !NoPerson().IsMatch(text)
            && !own.OpensWithVendorsName(text) && !products.Exists(product => product.StartsWith(text, StringComparison.OrdinalIgnoreCase));
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
    private const string Capital = @"\p{Lu}[\p{L}.'’-]*";
    private const string FullName = $"(?<name>{Capital}(?: (?:(?:van|von|de|der|den|da|di|do|dos|del|la|le|bin|al|zu|ter) ){{0,2}}{Capital}){{0,3}})";

    [GeneratedRegex(
        @"^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|bonjour|ch[èe]re?|hola|estimad[oa]|guten tag|hallo|lieber?|sehr geehrter?),?(?: (?:mr|mrs|ms|miss|dr|herr|frau|monsieur|madame|señora?)\.?)? (?<name>\p{L}[\p{L}.' -]{1,40}\p{L})(?: ?[,!:]|$)",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^(?:and|from|again|to|welcome)\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex OpensSentence();

    // Italian, Dutch, Danish, Norwegian, Swedish, Portuguese, Polish. Some of the words ("beste", "caro") also stand in front of things.
    [GeneratedRegex(
        $@"^(?i:ciao|salve|buongiorno|buonasera|hoi|goede(?:morgen|middag|navond|ndag)|hej|hei|god ?dag|god ?morgen|kære|kjære|ol[áa]|bom dia|boa tarde|boa noite|prezad[oa]|cześć|witaj|dzień dobry|szanown[ya] pani?e?),?(?: (?i:signora?|sig\.?(?:ra\.?)?|dott\.?|heer|mevrouw|mw\.?|dhr\.?|senhora?|sra?\.?|panie|pani|pan))? {FullName}(?: ?[,!:]|$)|^(?i:beste|geachte|dag|car[oa]|gentile|egregi[oa]|querid[oa]|kära|bästa|drog[ia])(?: (?i:signora?|sig\.?(?:ra\.?)?|dott\.?|heer|mevrouw|mw\.?|dhr\.?|senhora?|sra?\.?|panie|pani|pan))? {FullName} ?[,!]",
        Options)]
    private static partial Regex OtherGreeting();

    [GeneratedRegex(@"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau|Mme|Mlle|Sra?)\b\.? (?<name>\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,2})", Options)]
    private static partial Regex Titled();

    [GeneratedRegex(
        @"(?:\b(?:card ?holder(?: name)?|name on card|karteninhaber|titulaire de la carte|titular de la tarjeta|account (?:owner|holder)|ordered by|requested by|placed by|purchased by|approved by|contact (?:person|name)|ansprechpartner(?:in)?|full name|first name|last name|user ?name)|카드 소유자|카드 명의|カード名義人?|ご担当者?) ?[:：] ?(?<name>[\p{L}\p{N}_.@+][\p{L}\p{N}_.@+' -]{1,60})",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    // Logins are written small; so are "user: per month" and the like, which go on.
    [GeneratedRegex(
        $@"(?i:(?:(?:your|billing|primary|main|technical|store|shop|team|workspace|admin) )?(?:contact|user|owner|member)|(?:your )?name|nome(?: completo)?|cognome|naam|navn|namn|nom(?: et pr[ée]nom)?|pr[ée]nom|nombre(?: y apellidos)?|apellidos?|vorname|nachname|imię(?: i nazwisko)?|nazwisko|signed by|att(?:n|ention)?\.?) ?[:：] ?{FullName}|(?i:user|owner|member) ?[:：] ?(?<name>[\p{{Ll}}\p{{N}}_.+-]*\p{{Ll}}[\p{{Ll}}\p{{N}}_.+-]*)$",
        Options)]
    private static partial Regex SoftLabel();

    [GeneratedRegex($@"(?:\bc/o|\b[Ss]igned by|\b[Uu]nterzeichnet von|\b[Ss]igné par|\b[Ff]irmado por) ?[:：]? ?{FullName}", Options)]
    private static partial Regex CareOf();

    [GeneratedRegex(
        $@"^(?i:(?:many )?thanks(?: again| so much| a lot)?|thank you(?: again| so much| very much)?|(?:vielen )?dank(?:e(?: schön)?)?|merci(?: beaucoup)?|(?:muchas )?gracias|grazie(?: mille)?|obrigad[oa]|bedankt|dank (?:je|u) ?wel|(?:mange )?tak|tack|takk|dziękuj(?:ę|emy)),? {FullName}(?: ?[,!.]|$|,? (?i:for|für|pour|por|per|voor|für|za)\b)",
        Options)]
    private static partial Regex Thanks();

    // "김철수 고객님", "담당자: 김철수": Korean names have two to four syllables.
    [GeneratedRegex(@"\b(?<name>[가-힣]{2,4}) ?(?:고객|회원)?님|(?:담당자|성명|이름|예금주|대표자|수령인|받는 ?분) ?[:：] ?(?<name>[가-힣]{2,4})\b", Options)]
    private static partial Regex Korean();

    [GeneratedRegex(
        @"^(?:valued |dear )?(?:\p{L}+ merchants?|customers?|clients?|team|all|there|again|everyone|sir|madam|sir or madam|sirs|merchant|partner|members?|subscriber|user|kund[ei]n?|kunder|damen und herren|client|clienti?|clientes?|tutti|signor[ei]|signori?e? e signori|utente|klant(?:en)?|relatie|iedereen|allemaal|heer|mevrouw|heer,? ?(?:/|of|en) ?mevrouw|alle(?: sammen)?|damer og herrer|todos|senhor(?:es)?|klien(?:t|cie|ci)|państwo|panie|pani|panowie|panie i panowie|united states(?: of america)?|united kingdom|new zealand|south korea|hong kong)$",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex Nobody();

    // "소중한 고객님", "이용하시는 고객님": what customers are called, and what they do.
    [GeneratedRegex(
        @"^(?:고객|회원|사장|담당자|대표|관리자|파트너|판매자|구매자|구독자|가입자|사용자|이용자|사업자|신청자|운영자|선생|원장|팀장|과장|부장|차장|실장|이사|소중한|소중하신|존경하는|친애하는|사랑하는|고마운|모든|우리|당사|저희|귀사|신규|기존|우수|일반|해당|이용|구매|결제|가입|구독|유료|무료|정기|법인|개인|기업|프리미엄|베이직|스탠다드)$|(?:하신|하는|하시는|주신|주시는|되신|오신|계신)$",
        Options)]
    private static partial Regex KoreanNobody();

    [GeneratedRegex(
        @"\b(?:plans?|apps?|applications?|subscriptions?|licen[cs]es?|lizenz(?:en)?|abo|abonnement|tarif|packages?|paket|bundle|edition|tier|products?|produkt|services?|software|hosting|domains?|servers?|cloud|suite|api|pro|plus|premium|basic|standard|starter|business|enterprise|professional|advanced|unlimited|monthly|yearly|annual|teams?|support|sales|billing|accounts?|accounting|finance|department|dept|help ?desk|help|center|centre|customers?|office|info|merchants?|the|your|from|orders|monday|tuesday|wednesday|thursday|friday|saturday|sunday|phone|tel|telephone|telefon|mobile|fax|e-?mail|mail|web ?site|website|www|address|adresse|invoice|rechnung|receipt|description|amount|qty|quantity|total|number|nr|id|type|status|since|until|seats?|licensed|visa|mastercard|paypal|stripe|none|n.a|yes|admin|administrator)\b",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex NoPerson();

    // What thanks are given for, where every word has a capital: "Thank You For Your Business". Bill, Price, Per and Su are names elsewhere.
    [GeneratedRegex(
        @"\b(?:for|us|our|you|and|purchase|order|payment|choosing|using|shopping|very|much|votre|confiance|commande|compra|su|por|per|il|tuo|suo|vostro|acquisto|pela|pelo|sua|prefer[êe]ncia|ihr|ihre|ihren|vertrauen|bestellung|einkauf|für|voor|je|uw|bestelling|aankoop|din|dit|ordre|køb|za|zakupy)\b",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex NoThanked();
}
