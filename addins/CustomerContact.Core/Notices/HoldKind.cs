namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>Why a patron is not told by the sweep, for grouping and for the mend that fits; the names are stored.</summary>
public enum HoldKind
{
    /// <summary>Method e-mail, and no usable e-mail address.</summary>
    NoAddress,

    /// <summary>Method e-mail, and the user turned off mails for pickup.</summary>
    OptedOut,

    /// <summary>The notification method is empty or none of the known ones.</summary>
    UnknownMethod,

    /// <summary>The delivery method is none of the known ones.</summary>
    UnknownDelivery,

    /// <summary>A Doc Del article that the patron reads online.</summary>
    ElectronicDelivery,

    /// <summary>Method Phone, and no number.</summary>
    NoPhone,

    /// <summary>Method Mail, and no postal address.</summary>
    NoPostalAddress,

    /// <summary>The template is unknown or deleted, or no template exists for such a request.</summary>
    NoTemplate,

    TemplateDisabled,

    /// <summary>The template cannot be read or rendered.</summary>
    TemplateFault,

    /// <summary>The site's script failed or answered what is no template's name.</summary>
    ScriptFault,

    /// <summary>The site's script wants no mail sent.</summary>
    Suppressed,

    /// <summary>The mail server refused the address.</summary>
    EMailRefused,

    /// <summary>The mail server's answer was lost: the mail may have gone out.</summary>
    EMailUnknown,

    /// <summary>The attempts to send the mail are used up.</summary>
    EMailGivenUp,

    /// <summary>The mail is older than the site lets mails go out without staff's word.</summary>
    EMailTooOld,

    /// <summary>Staff cancelled the mail.</summary>
    EMailCancelled,
}
