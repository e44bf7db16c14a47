using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Which notices are to be claimed.</summary>
/// <param name="Site">The site's code.</param>
/// <param name="AsOf">Notices whose next try comes after this are left: what fails in a run is not tried twice in it.</param>
/// <param name="Owner">This process.</param>
/// <param name="LeaseUntil">Stored form; when another machine may take the process for dead.</param>
/// <param name="Most">How many at the most, from 1.</param>
/// <param name="Channel"><see cref="Outbox.EMail"/>, or the channel of an add-in.</param>
public sealed record ClaimOrder(string Site, DateTimeOffset AsOf, string Owner, string LeaseUntil, int Most, string Channel);

/// <summary>A notice of this process, and where its request stood in the moment of the claim.</summary>
/// <param name="Notice">As it is claimed.</param>
/// <param name="ArrivalId">As <see cref="Standing.ArrivalId"/>.</param>
/// <param name="Change">As <see cref="Standing.Change"/>.</param>
/// <param name="TemplateChange">As <see cref="Standing.TemplateChange"/>.</param>
public sealed record ClaimedNotice(NoticeRow Notice, long ArrivalId, long Change, long TemplateChange);
