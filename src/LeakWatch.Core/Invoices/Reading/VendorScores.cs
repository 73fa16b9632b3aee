namespace LeakWatch.Core.Invoices.Reading;

/// <summary>How much each sign says that a name is the vendor's. Of all names the highest sum wins.</summary>
internal static class VendorScores
{
    /// <summary>Below this a name is a guess: a plain one, far down the head of the page, stays below.</summary>
    public const int Enough = 38;

    /// <summary>Behind "Seller" or "Supplier": the document says it itself.</summary>
    public const int Seller = 88;

    /// <summary>Behind "Payable to": mostly the vendor, at times whoever collects for it.</summary>
    public const int PayableTo = 58;

    /// <summary>"Payable to" inside a sentence: a little less sure than as a label.</summary>
    public const int PayableToInSentence = 56;

    /// <summary>Taken off the second of two equal labels in a row: the supplier's comes before the buyer's.</summary>
    public const int SecondOfTwo = 60;

    /// <summary>Taken off a name to the right of its label: the block below names the seller more often.</summary>
    public const int RightOfLabel = 4;

    /// <summary>The line above the window of an envelope: it names the sender and nobody else.</summary>
    public const int SenderLine = 58;

    /// <summary>Sender of the mail: the vendor or who bills for it, so a label or a letterhead outweighs it.</summary>
    public const int MailSender = 52;

    /// <summary>Small print at the foot that begins with a registered name: the vendor's own, as a rule.</summary>
    public const int SmallPrintAtFoot = 46;

    /// <summary>The same further up, where it may tell of a partner: not enough by itself.</summary>
    public const int SmallPrint = 36;

    /// <summary>A name at the top of the page, before its place and size are weighed.</summary>
    public const int Letterhead = 22;

    /// <summary>The first name on the page: letterheads come first.</summary>
    public const int FirstName = 14;

    /// <summary>Taken off for each name before it: the fifth is worth no more than any.</summary>
    public const int EarlierName = 3;

    /// <summary>At the very top; in proportion less down to <see cref="HeadOfPage"/>.</summary>
    public const int Top = 10;

    /// <summary>The part of the page that a letterhead may take.</summary>
    public const double HeadOfPage = 0.45;

    /// <summary>An address follows: a name over an address is who writes or who is written to.</summary>
    public const int AboveAddress = 18;

    /// <summary>For each height of the text by which it is larger: logos are set large.</summary>
    public const int Size = 22;

    /// <summary>With a legal form, in a letterhead: a company, not a slogan.</summary>
    public const int LegalFormInLetterhead = 12;

    /// <summary>Taken off a name with a price beside it: it was bought.</summary>
    public const int Priced = 30;

    /// <summary>With a legal form, wherever it is printed.</summary>
    public const int LegalForm = 14;

    /// <summary>For each other row that begins with the name: vendors repeat theirs.</summary>
    public const int Repeated = 6;

    /// <summary>At most this for repetition: products repeat too.</summary>
    public const int RepeatedMax = 12;

    /// <summary>Found once more in another way: two signs that agree.</summary>
    public const int FoundAgain = 8;

    /// <summary>Taken off a name that a customer's block has: more than any sign but the label can make up.</summary>
    public const int Customer = 70;

    /// <summary>A mail or web domain on the page is the name.</summary>
    public const int Domain = 36;

    /// <summary>The domain is one word of several: a product or a town is at times called so.</summary>
    public const int DomainIsOneWord = 16;

    /// <summary>Taken off a name that the greeting has: the letter is written to it.</summary>
    public const int Greeted = 40;

    /// <summary>Below "Kind regards": who writes signs.</summary>
    public const int Signed = 24;

    /// <summary>A word of the name is in a mailbox before the @.</summary>
    public const int Mailbox = 20;

    /// <summary>The address below has a telephone, a mailbox or a tax number: senders print theirs.</summary>
    public const int BlockWithContact = 8;

    /// <summary>Taken off an address without any when another block has one: that is the sender's.</summary>
    public const int BlockWithoutContact = 24;

    /// <summary>Taken off the right one of two addresses when neither has any: the sender's comes first.</summary>
    public const int RightAddress = 40;

    /// <summary>Taken off a name without an address beside a full one: the person who is written to.</summary>
    public const int NameBesideAddress = 50;
}
