using System.Globalization;
using System.Text;

namespace Iasios.OcrRig;

/// <summary>A grey picture.</summary>
/// <param name="Width">In dots.</param>
/// <param name="Height">In dots.</param>
/// <param name="Dots">Row by row, 0 is black.</param>
public sealed record GreyImage(int Width, int Height, byte[] Dots)
{
    /// <summary>Reads the PGM that poppler writes.</summary>
    public static GreyImage FromPgm(byte[] file)
    {
        var head = Encoding.Latin1.GetString(file, 0, 64).Split((char[]?)null, 5);
        var (width, height) = (int.Parse(head[1], CultureInfo.InvariantCulture), int.Parse(head[2], CultureInfo.InvariantCulture));
        return new(width, height, file[^(width * height)..]);
    }

    /// <summary>As PGM.</summary>
    public byte[] ToPgm() => [.. Encoding.ASCII.GetBytes(FormattableString.Invariant($"P5\n{Width} {Height}\n255\n")), .. Dots];

    /// <summary>Worn as by a scanner: skewed, blurred and noisy, the same way each time.</summary>
    /// <param name="wear">1 for 0.8 degrees, a blur over three dots and noise of 12 grey levels.</param>
    /// <param name="seed">Of the noise.</param>
    public GreyImage Worn(double wear, int seed)
    {
        var angle = 0.8 * wear * Math.PI / 180;
        var (sin, cos) = Math.SinCos(angle);
        var noise = new Random(seed);
        var worn = new byte[Dots.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var (dx, dy) = (x - (Width / 2.0), y - (Height / 2.0));
                var grey = Blurred((cos * dx) - (sin * dy) + (Width / 2.0), (sin * dx) + (cos * dy) + (Height / 2.0), wear);
                worn[(y * Width) + x] = (byte)Math.Clamp(grey + (Normal(noise) * 12 * wear), 0, 255);
            }
        }

        return this with { Dots = worn };
    }

    /// <summary>Turned clockwise by a right angle.</summary>
    public GreyImage Turned()
    {
        var turned = new byte[Dots.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                turned[(x * Height) + (Height - 1 - y)] = Dots[(y * Width) + x];
            }
        }

        return new(Height, Width, turned);
    }

    // A cross of five samples: weight one half in the middle.
    private double Blurred(double x, double y, double reach) =>
        (Sample(x, y) / 2) + ((Sample(x - reach, y) + Sample(x + reach, y) + Sample(x, y - reach) + Sample(x, y + reach)) / 8);

    private double Sample(double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (fx, fy) = (x - left, y - top);
        return (((At(left, top) * (1 - fx)) + (At(left + 1, top) * fx)) * (1 - fy)) + (((At(left, top + 1) * (1 - fx)) + (At(left + 1, top + 1) * fx)) * fy);
    }

    private byte At(int x, int y) => x >= 0 && y >= 0 && x < Width && y < Height ? Dots[(y * Width) + x] : (byte)255;

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
