namespace Iasios.Core.Coverage;

/// <summary>Cuts text for display.</summary>
public static class Shorten
{
    /// <summary>The text, or as much of it as fits with an ellipsis in the given number of UTF-16 units. Never cuts a character in two.</summary>
    public static string To(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = length - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }
}
