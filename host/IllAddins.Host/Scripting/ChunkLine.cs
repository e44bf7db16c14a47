namespace IllAddins.Host.Scripting;

/// <summary>A line as an engine knows it.</summary>
/// <param name="Chunk">What the engine calls the text; see <see cref="ScriptFile"/>.</param>
/// <param name="Line">Counted from 1.</param>
internal readonly record struct ChunkLine(string Chunk, int Line);
