namespace LeakWatch.Data;

internal sealed record LedgerNameSize(Guid NameId, long Bytes);
