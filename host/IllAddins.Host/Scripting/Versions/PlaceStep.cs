using System.Diagnostics;

namespace IllAddins.Host.Scripting.Versions;

/// <summary>What is to be done about a place after a look at its file.</summary>
internal abstract record PlaceStep
{
    private static readonly TimeSpan JudgeAgainAfter = TimeSpan.FromMinutes(1);

    private PlaceStep()
    {
    }

    /// <summary>Nothing: what decides stays.</summary>
    public sealed record Keep : PlaceStep;

    /// <summary>The file is as the live version is again: a refusal is over.</summary>
    public sealed record Accept : PlaceStep;

    /// <summary>The text is new: make it live if it may decide.</summary>
    public sealed record Judge(ScriptText.Found Text) : PlaceStep;

    /// <summary>The text could not be read: what decides stays, and admins are told.</summary>
    public sealed record Refuse(ScriptFault Why) : PlaceStep;

    /// <summary>The file was deleted: the default script decides.</summary>
    public sealed record Remove : PlaceStep;

    /// <summary>Decides from what is stored and what was found.</summary>
    /// <param name="state">Where the place stands; null where it is not known.</param>
    /// <param name="text">What is in its file.</param>
    /// <param name="rootIsThere">Whether the folder of scripts is: where it is not, nothing was deleted.</param>
    /// <param name="now">A text that was refused a while ago is judged anew: the machine may have been too busy.</param>
    public static PlaceStep After(PlaceState? state, ScriptText text, bool rootIsThere, DateTimeOffset now)
    {
        switch (text)
        {
            case ScriptText.Found found:
                var hash = state?.HashFound(found.Source);
                if (state is { HasText: true } && state.LiveHash == hash)
                    return Calm(state);
                return hash is not null && state!.RefusedHash == hash && now - StoredTime.Read(state.RefusedAt!) < JudgeAgainAfter ? new Keep() : new Judge(found);
            case ScriptText.Unreadable unreadable:
                return state?.RefusedWhy == unreadable.Why.Message ? new Keep() : new Refuse(unreadable.Why);
            case ScriptText.Gone when rootIsThere:
                return state is { HasText: true } ? new Remove() : state is null ? new Keep() : Calm(state);
            case ScriptText.Gone:
                return new Keep();
            default:
                throw new UnreachableException();
        }
    }

    private static PlaceStep Calm(PlaceState state) => state.RefusedHash is null ? new Keep() : new Accept();
}
