Console.Error.WriteLine("Usage: LeakWatch.Samples FOLDER"); return 2;
