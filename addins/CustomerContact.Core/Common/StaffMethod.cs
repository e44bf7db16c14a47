namespace IllAddins.CustomerContact.Core.Common;

/// <summary>The ways in which staff, not the sweep, tell a patron.</summary>
public enum StaffMethod
{
    Phone,
    Mail,
}
