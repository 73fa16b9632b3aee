using LeakWatch.Core;

namespace LeakWatch.Documents;

// Everything that can be wrong with a file, in one list. The codes are public (docs/errors.md).

internal sealed record NoInvoiceFound(string File) : Error(ErrorKind.Invalid, "NORMALIZATION_SCHEMA_INVALID",
    $"{File} was read, but holds nothing that looks like an invoice, receipt or statement; leave it out, or check that it is the right file.");
