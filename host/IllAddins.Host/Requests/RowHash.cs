using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace IllAddins.Host.Requests;

/// <summary>A number for what a row brings, by which the same row is known again; the order of its columns does not count.</summary>
public sealed class RowHash
{
    private readonly ArrayBufferWriter<char> text = new(1024);

    /// <summary>64 bits of SHA-256 over the names and the values.</summary>
    public long Of(RowColumns columns, IReadOnlyList<object?> values)
    {
        text.ResetWrittenCount();
        foreach (var at in columns.ByName)
        {
            Add(columns.Columns[at].Name.ToUpperInvariant());
            Add(values[at] switch
            {
                null => null,
                string value => value,
                IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
                var value => throw new ArgumentException($"A row holds a value of type {value.GetType().Name}; it may hold text and numbers.", nameof(values)),
            });
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.WrittenSpan), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    // The length before each value keeps apart what would run together.
    private void Add(string? value)
    {
        var length = value?.Length ?? -1;
        text.Write([(char)(length & 0xFFFF), (char)(length >> 16)]);
        text.Write(value);
    }
}
