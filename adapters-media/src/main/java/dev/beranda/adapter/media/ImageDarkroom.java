package dev.beranda.adapter.media;

import dev.beranda.domain.shared.Overloaded;
import dev.beranda.domain.user.Darkroom;
import dev.beranda.domain.user.Picture;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Develops with what the platform has on board. The head of a file is read first and says how large the picture is; of
/// the picture only the square in the middle is unpacked, and no more of its pixels than are needed. Two at a time: the
/// memory it takes is known.
public final class ImageDarkroom implements Darkroom {

    /// Of one side.
    static final int LONGEST = 16_384;

    static final int MOST_PIXELS = 40_000_000;

    /// All of these are kept in memory until the last detail is there.
    static final int MOST_PROGRESSIVE_PIXELS = 12_000_000;

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final float QUALITY = 0.85f;

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Override
    public Development develop(byte[] sent) {
        Optional<Kind> kind = Kind.of(sent);
        if (kind.isEmpty()) {
            return new Development.NoPicture();
        }
        enter();
        try {
            return develop(kind.get(), sent);
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Overloaded("the darkroom", PATIENCE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Overloaded("the darkroom", PATIENCE);
        }
    }

    /// A file made to break its reader does so in many ways; all of them say that it cannot be read.
    private static Development develop(Kind kind, byte[] sent) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.reader()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(input, true, true);
            return develop(kind, sent, reader);
        } catch (IOException | RuntimeException unreadable) {
            return new Development.Broken();
        } finally {
            reader.dispose();
        }
    }

    private static Development develop(Kind kind, byte[] sent, ImageReader reader) throws IOException {
        Jpeg jpeg = kind == Kind.JPEG ? Jpeg.of(sent) : new Jpeg(1, false);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (isTooLarge(width, height, jpeg.progressive())) {
            return new Development.TooLarge();
        }
        BufferedImage middle = reader.read(0, middle(reader.getDefaultReadParam(), width, height));
        var square = Square.of(middle).upright(jpeg.orientation());
        return new Development.Developed(prints(square.scaled(Picture.WIDTHS.getLast()), square.isOpaque()));
    }

    /// Each made of the widest, which is small enough.
    private static List<Picture> prints(Square widest, boolean opaque) {
        return Picture.WIDTHS.stream()
                .map(wide -> print(widest.scaled(wide), opaque))
                .toList();
    }

    private static boolean isTooLarge(int width, int height, boolean progressive) {
        long pixels = (long) width * height;
        return Math.max(width, height) > LONGEST || pixels > (progressive ? MOST_PROGRESSIVE_PIXELS : MOST_PIXELS);
    }

    /// The square in the middle, coarsened as long as enough is left for the widest of ours.
    private static ImageReadParam middle(ImageReadParam how, int width, int height) {
        int side = Math.min(width, height);
        int coarse = Math.max(1, side / Picture.WIDTHS.getLast());
        how.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
        how.setSourceSubsampling(coarse, coarse, 0, 0);
        return how;
    }

    private static Picture print(Square square, boolean opaque) {
        var format = opaque ? Picture.Format.JPEG : Picture.Format.PNG;
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(opaque ? "jpeg" : "png").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(square.image(opaque), List.of(), null), how(writer, opaque));
            output.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return new Picture(square.side(), format, bytes.toByteArray());
    }

    private static ImageWriteParam how(ImageWriter writer, boolean opaque) {
        var how = writer.getDefaultWriteParam();
        if (opaque) {
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
        }
        return how;
    }
}
