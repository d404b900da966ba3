namespace Iasios.Extraction.Office;

/// <summary>Walks what documents and presentations write alike: paragraphs, runs of text, and tables of rows and cells.</summary>
internal static class ParagraphXml
{
    /// <param name="xml">The part.</param>
    /// <param name="text">What it is written to.</param>
    /// <param name="isLeftOut">Whether the element that starts here is passed over with all that it holds.</param>
    /// <param name="startOther">Called for the start of any element that is no paragraph, row or cell.</param>
    public static void Read(PartXml xml, FlowingText text, Func<PartXml, bool> isLeftOut, Action<PartXml, FlowingText> startOther)
    {
        var inText = false;
        while (xml.Read())
        {
            switch (xml.Mark)
            {
                case XmlMark.Start when isLeftOut(xml):
                    xml.Skip();
                    break;
                case XmlMark.Start:
                    inText = xml.Name == "t";
                    Start(xml, text, startOther);
                    break;
                case XmlMark.Text when inText:
                    text.Write(xml.Text);
                    break;
                case XmlMark.End:
                    inText = false;
                    End(xml.Name, text);
                    break;
            }
        }
    }

    private static void Start(PartXml xml, FlowingText text, Action<PartXml, FlowingText> startOther)
    {
        switch (xml.Name)
        {
            case "p":
                text.StartParagraph();
                break;
            case "tr":
                text.StartRow();
                break;
            case "tc":
                text.StartCell();
                break;
            default:
                startOther(xml, text);
                break;
        }
    }

    private static void End(string name, FlowingText text)
    {
        switch (name)
        {
            case "p":
                text.EndParagraph();
                break;
            case "tr":
                text.EndRow();
                break;
            case "tc":
                text.EndCell();
                break;
        }
    }
}
