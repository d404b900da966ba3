using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Recognises writing that is meant for the public or for trade: news, invitations, brochures.</summary>
internal static class PublicWriting
{
    private const int Enough = 2;
    private const int WordsPerPhrase = 600;

    private static readonly string[] Phrases =
    [
        "we are proud", "proud to", "delighted to", "pleased to announce", "happy to announce", "congratulations", "celebrates", "celebrated",
        "join us", "RSVP", "register now", "register by", "save the date", "you are invited", "invite you", "invites you", "cordially invited",
        "find out more", "read more", "learn more", "visit our website", "visit our stand", "visitors can see", "our sales team", "sales representative",
        "book your", "call us today", "cutting edge", "world class", "world leading", "leading provider", "opening ceremony", "press office",
        "press contact", "media contact", "subscribe", "unsubscribe", "share this", "follow us", "special offer", "price list", "discount", "our customers",
        "key features", "lunch will be served", "refreshments", "buffet", "dress code", "dear colleagues", "we look forward", "looking forward to seeing",
        "ribbon", "told reporters", "told our reporter", "the minister", "the mayor", "there was cake", "opened its doors", "state of the art", "hospital news",
        "employee of the month", "apply now", "we offer", "competitive salary", "soup", "vegetarian", "dessert", "VAT", "unit price", "payment terms",
        "delivery address", "terms of delivery", "your benefits", "with our solution", "request a demo", "request a quote",
        "opens its doors", "open day", "open house", "ask your representative", "free of charge", "customers choose", "order before", "order now",
        "in the canteen", "laughed the", "explained the head", "said the director", "sings at", "raffle", "live music", "bring your family",
        "communications office", "our outstanding team", "award winning", "trusted by", "subject to change",
    ];

    private static readonly PhraseIndex Index = PhraseIndex.Of(Phrases);

    /// <summary>True when several different turns of such writing stand in the text, close enough together for its length.</summary>
    public static bool Is(IReadOnlyList<IReadOnlyList<Token>> tokens)
    {
        var words = tokens.Sum(page => page.Count);
        var found = tokens.SelectMany(Index.Find).Select(hit => hit.Phrase).Distinct().Count();
        return found >= Math.Max(Enough, words / WordsPerPhrase);
    }
}
