using System.Collections.Immutable;
using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>The texts of the letters for patrons who are told by post, whatever the process type and delivery method.</summary>
public static class DefaultLetters
{
    private const string Closing = """

        If you have any questions, please write to <#LocalInfo.LibraryEMail> and give the request number above.

        Kind regards,
        <#LocalInfo.LibraryName>
        """;

    /// <summary>For loans.</summary>
    public static readonly NotificationTemplate Loan = new()
    {
        Name = "ILL Loan Letter",
        NVTGC = TemplateNames.DefaultSite,
        Description = "Letter about a loan.",
        Subject = "Your loan has arrived: <#Transaction.LoanTitle>",
        Body = """
            Dear <#User.FirstName> <#User.LastName>,

            What you asked for has arrived:

            <#Items>

            If you collect your items, please bring this letter and your library card. What we post to you is on its way.

            Where:  <#LocalInfo.PickupPlace>

            """ + Closing,
    };

    /// <summary>For articles, and for anything else that is no loan.</summary>
    public static readonly NotificationTemplate Article = new()
    {
        Name = "ILL Article Letter",
        NVTGC = TemplateNames.DefaultSite,
        Description = "Letter about an article on paper.",
        Subject = "Your copy has arrived: <#Transaction.PhotoArticleTitle>",
        Body = """
            Dear <#User.FirstName> <#User.LastName>,

            What you asked for has arrived. Copies are yours to keep.

            <#Items>

            If you collect your copies, please bring this letter. What we post to you is on its way.

            Where:  <#LocalInfo.PickupPlace>

            """ + Closing,
    };

    public static readonly ImmutableArray<NotificationTemplate> All = [Loan, Article];

    /// <summary>Whether a template of this name is a letter, also one that begins with a site's code.</summary>
    public static bool Is(string name, string site)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.Any(letter => Spelling.IsOneOf(name, letter.Name, site + letter.Name[TemplateNames.DefaultSite.Length..]));
    }

    /// <summary>The letter for a request.</summary>
    public static NotificationTemplate For(ContactFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.IsLoan ? Loan : Article;
    }
}
