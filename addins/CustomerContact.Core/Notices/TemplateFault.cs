namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>Something wrong in a template's text.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units as editors count them.</param>
/// <param name="Complaint">The sentence about it without its subject, e.g. <c>uses &lt;#LoanTitel&gt;, which is no field. Did you mean ...?</c></param>
public sealed record TemplateFault(int Line, int Column, string Complaint)
{
    /// <summary>The whole message.</summary>
    /// <param name="template">The template's name.</param>
    /// <param name="site">The site whose template it is.</param>
    public string Told(string template, string site) => TemplateWords.FaultIn(template, site, Complaint);
}
