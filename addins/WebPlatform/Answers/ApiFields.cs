namespace IllAddins.WebPlatform.Answers;

/// <summary>The fields of ILLiad's API by its names and in its order. Those that the record does not know are there without a value, unless a caller or an import brought them.</summary>
internal static class ApiFields
{
    public static readonly IReadOnlyList<string> Transaction =
    [
        "TransactionNumber", "Username", "RequestType", "LoanAuthor", "LoanTitle", "LoanPublisher", "LoanPlace", "LoanDate", "LoanEdition",
        "PhotoJournalTitle", "PhotoJournalVolume", "PhotoJournalIssue", "PhotoJournalMonth", "PhotoJournalYear", "PhotoJournalInclusivePages",
        "PhotoArticleAuthor", "PhotoArticleTitle", "CitedIn", "CitedTitle", "CitedDate", "CitedVolume", "CitedPages", "NotWantedAfter",
        "AcceptNonEnglish", "AcceptAlternateEdition", "ArticleExchangeUrl", "ArticleExchangePassword", "TransactionStatus", "TransactionDate", "ISSN",
        "ILLNumber", "ESPNumber", "LendingString", "BaseFee", "PerPage", "Pages", "DueDate", "RenewalsAllowed", "SpecIns", "Pieces", "LibraryUseOnly",
        "AllowPhotocopies", "LendingLibrary", "ReasonForCancellation", "CallNumber", "Location", "Maxcost", "ProcessType", "ItemNumber",
        "LenderAddressNumber", "Ariel", "Patron", "PhotoItemAuthor", "PhotoItemPlace", "PhotoItemPublisher", "PhotoItemEdition", "DocumentType",
        "InternalAcctNo", "PriorityShipping", "Rush", "CopyrightAlreadyPaid", "WantedBy", "SystemID", "ReplacementPages", "IFMCost",
        "CopyrightPaymentMethod", "ShippingOptions", "CCCNumber", "IntlShippingOptions", "ShippingAcctNo", "ReferenceNumber", "CopyrightComp", "TAddress",
        "TAddress2", "TCity", "TState", "TZip", "TCountry", "TFax", "TEMailAddress", "TNumber", "HandleWithCare", "CopyWithCare", "RestrictedUse",
        "ReceivedVia", "CancellationCode", "BillingCategory", "CCSelected", "OriginalTN", "OriginalNVTGC", "InProcessDate", "InvoiceNumber", "BorrowerTN",
        "WebRequestForm", "TName", "TAddress3", "IFMPaid", "BillingAmount", "ConnectorErrorStatus", "BorrowerNVTGC", "CCCOrder", "ShippingDetail",
        "ISOStatus", "OdysseyErrorStatus", "WorldCatLCNumber", "Locations", "FlagType", "FlagNote", "CreationDate", "ItemInfo1", "ItemInfo2", "ItemInfo3",
        "ItemInfo4", "ItemInfo5", "SpecialService", "DeliveryMethod", "Web", "PMID", "DOI", "LastOverdueNoticeSent", "ExternalRequest",
    ];

    public static readonly IReadOnlyList<string> User =
    [
        "UserName", "ExternalUserId", "LastName", "FirstName", "SSN", "Status", "EMailAddress", "Phone", "Department", "NVTGC", "NotificationMethod",
        "DeliveryMethod", "LoanDeliveryMethod", "LastChangedDate", "AuthorizedUsers", "Cleared", "Web", "Address", "Address2", "City", "State", "Zip", "Site",
        "ExpirationDate", "Number", "UserRequestLimit", "Organization", "Fax", "ShippingAcctNo", "ArticleBillingCategory", "LoanBillingCategory", "Country",
        "SAddress", "SAddress2", "SCity", "SState", "SZip", "SCountry", "RSSID", "AuthType", "UserInfo1", "UserInfo2", "UserInfo3", "UserInfo4", "UserInfo5",
        "MobilePhone",
    ];
}
