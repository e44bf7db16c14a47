namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>Reed-Solomon correction over GF(256) with the polynomial 0x11D.</summary>
public static class QrCorrection
{
    /// <summary>The remainder of the text after division by the generator of this degree.</summary>
    public static byte[] Of(ReadOnlySpan<byte> text, int degree)
    {
        var generator = Generator(degree);
        var rest = new byte[degree];
        foreach (var word in text)
        {
            var factor = (byte)(word ^ rest[0]);
            rest = [.. rest[1..], 0];
            for (var i = 0; i < degree; i++)
                rest[i] ^= Times(generator[i], factor);
        }
        return rest;
    }

    // The product of (x - 2^i), without its leading 1.
    private static byte[] Generator(int degree)
    {
        var product = new byte[degree];
        product[^1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var at = 0; at < degree; at++)
                product[at] = (byte)(Times(product[at], root) ^ (at + 1 < degree ? product[at + 1] : 0));
            root = Times(root, 2);
        }
        return product;
    }

    private static byte Times(byte one, byte other)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = product << 1 ^ (product >> 7) * 0x11D;
            product ^= (other >> bit & 1) * one;
        }
        return (byte)product;
    }
}
