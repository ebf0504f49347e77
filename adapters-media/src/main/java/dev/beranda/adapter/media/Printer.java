package dev.beranda.adapter.media;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import dev.beranda.domain.media.Format;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes pictures down. WebP is written by a library that is not Java (libwebp): all it ever gets are pixels of
/// ours. Where it cannot be loaded, there are no WebP pictures, and nothing else is missing.
final class Printer {

    private static final Logger LOG = LoggerFactory.getLogger(Printer.class);
    private static final float JPEG_QUALITY = 0.85f;
    private static final float WEBP_QUALITY = 0.8f;

    private volatile boolean canWebp = true;

    /// Asked once, by writing one pixel.
    boolean canPrintWebp() {
        if (canWebp) {
            try {
                print(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), Format.WEBP);
            } catch (LinkageError | RuntimeException missing) {
                canWebp = false;
                LOG.warn("There will be no WebP pictures: {}", missing.toString());
            }
        }
        return canWebp;
    }

    byte[] print(BufferedImage image, Format format) {
        ImageWriter writer = writerOf(format);
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, List.of(), null), how(writer, format));
            output.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriter writerOf(Format format) {
        return format == Format.WEBP
                ? new WebPImageWriterSpi().createWriterInstance(null)
                : ImageIO.getImageWritersByFormatName(format.name().toLowerCase(Locale.ROOT))
                        .next();
    }

    private static ImageWriteParam how(ImageWriter writer, Format format) {
        var how = writer.getDefaultWriteParam();
        switch (format) {
            case JPEG -> compress(how, "JPEG", JPEG_QUALITY);
            case WEBP -> compress(how, "Lossy", WEBP_QUALITY);
            case PNG, GIF -> {}
        }
        return how;
    }

    private static void compress(ImageWriteParam how, String type, float quality) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionType(type);
        how.setCompressionQuality(quality);
    }
}
