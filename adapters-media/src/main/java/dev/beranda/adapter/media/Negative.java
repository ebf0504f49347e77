package dev.beranda.adapter.media;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// A file that is a picture by its first bytes, opened as far as its head: it says how large the picture is, and is
/// asked before anything is unpacked. That of JPEG is the platform's own and not written in Java, as the others are:
/// it knows no limits, so what it would be made to do is counted before.
final class Negative implements AutoCloseable {

    /// Of one side.
    static final int LONGEST = 16_384;

    static final int MOST_PIXELS = 40_000_000;

    /// Where all of them are kept in memory until the last detail is there.
    static final int MOST_PIXELS_AT_ONCE = 12_500_000;

    /// In how many goes a picture may come. Usual are ten.
    static final int MOST_SCANS = 64;

    /// Of all goes together.
    static final long MOST_PIXELS_OF_SCANS = 20L * MOST_PIXELS_AT_ONCE;

    private final ImageInputStream input;
    private final ImageReader reader;
    private final boolean allAtOnce;
    private final int scans;
    private final int orientation;
    private final long mostPixels;
    private final int width;
    private final int height;

    private Negative(Kind kind, byte[] file) throws IOException {
        this.input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
        this.reader = readerOf(kind);
        reader.setInput(input, kind != Kind.WEBP, true);
        this.width = reader.getWidth(0);
        this.height = reader.getHeight(0);
        Jpeg jpeg = kind == Kind.JPEG ? Jpeg.of(file) : new Jpeg(Exif.UPRIGHT, false, 1);
        Webp webp = kind == Kind.WEBP ? Webp.of(file) : new Webp(jpeg.orientation(), 0);
        this.orientation = webp.orientation();
        this.allAtOnce = jpeg.allAtOnce() || kind == Kind.WEBP;
        this.scans = jpeg.scans();
        this.mostPixels = Math.max((long) width * height, webp.pixels());
    }

    static Negative open(Kind kind, byte[] file) throws IOException {
        return new Negative(kind, file);
    }

    /// Of WebP pictures there may be a second reader, and that one is not written in Java.
    private static ImageReader readerOf(Kind kind) throws IOException {
        return kind == Kind.WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(kind.reader()).next();
    }

    boolean isTooLarge() {
        return Math.max(width, height) > LONGEST
                || mostPixels > (allAtOnce ? MOST_PIXELS_AT_ONCE : MOST_PIXELS)
                || hasTooManyScans();
    }

    private boolean hasTooManyScans() {
        return scans > MOST_SCANS || scans * mostPixels > MOST_PIXELS_OF_SCANS;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int orientation() {
        return orientation;
    }

    boolean isOnItsSide() {
        return orientation() > 4;
    }

    /// @param how much of it is wanted, and how finely
    BufferedImage read(UnaryOperator<ImageReadParam> how) throws IOException {
        return inOurColours(Optional.ofNullable(reader.read(0, how.apply(reader.getDefaultReadParam())))
                .orElseThrow(() -> new IOException("there is nothing in it")));
    }

    /// Cameras write in colours of their own. All pixels at once are translated a hundred times faster than one by one.
    private static BufferedImage inOurColours(BufferedImage image) {
        var colours = image.getColorModel().getColorSpace();
        if (colours.isCS_sRGB() || colours.getType() != ColorSpace.TYPE_RGB) {
            return image;
        }
        boolean opaque = !image.getColorModel().hasAlpha();
        int type = opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        return new ColorConvertOp(null).filter(image, new BufferedImage(image.getWidth(), image.getHeight(), type));
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        input.close();
    }
}
