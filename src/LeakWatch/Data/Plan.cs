namespace LeakWatch.Data;

internal enum Plan { Free, Starter, Pro }
