namespace LeakWatch.Core;

/// <summary>What we speak to people in.</summary>
public enum Language { English, Korean }
