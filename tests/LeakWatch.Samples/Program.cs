using LeakWatch.Samples;

if (args is not [var folder])
{
    Console.Error.WriteLine("Usage: LeakWatch.Samples FOLDER   writes the demo store's documents, context and expected findings there.");
    return 2;
}

foreach (var file in DemoStore.Files())
{
    var path = Path.Combine(folder, file.Path);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllBytes(path, file.Bytes);
}

return 0;
