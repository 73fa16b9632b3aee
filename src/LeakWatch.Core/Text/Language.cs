namespace LeakWatch.Core.Text;

/// <summary>What we speak to people in.</summary>
public enum Language { English, Korean }
