package dev.beranda.adapter.media;

import dev.beranda.domain.media.Format;
import dev.beranda.domain.media.PrintRoom;
import dev.beranda.domain.media.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageReadParam;

/// Makes the sizes that pages are built with. Nothing is ever made larger than it came; what is narrower than our
/// widest is there as wide as it came too.
public final class ImagePrintRoom implements PrintRoom {

    static final List<Integer> WIDTHS = List.of(320, 640, 1024, 1600, 2048);

    static final int WIDEST = WIDTHS.getLast();

    /// However narrow.
    static final int HIGHEST = 4096;

    private final Places places;
    private final Printer printer = new Printer();

    public ImagePrintRoom(Places places) {
        this.places = places;
    }

    @Override
    public Development develop(byte[] sent) {
        Optional<Kind> kind = Kind.of(sent);
        return kind.isEmpty() ? new Development.NoPicture() : places.takeAll(sent, () -> develop(kind.get(), sent));
    }

    /// A file made to break its reader does so in many ways; all of them say that it cannot be read.
    private Development develop(Kind kind, byte[] sent) {
        Raster widest;
        int width;
        int height;
        try (var negative = Negative.open(kind, sent)) {
            if (negative.isTooLarge()) {
                return new Development.TooLarge();
            }
            width = negative.isOnItsSide() ? negative.height() : negative.width();
            height = negative.isOnItsSide() ? negative.width() : negative.height();
            widest = widest(negative);
        } catch (IOException | RuntimeException unreadable) {
            return new Development.Broken();
        }
        return new Development.Developed(kind.format(), width, height, sheets(widest));
    }

    private static Raster widest(Negative negative) throws IOException {
        Fit fit = Fit.of(negative);
        var frame = Frame.of(negative.read(how -> coarsened(how, fit.coarse())));
        return Enlarger.scaled(frame, fit.width(), fit.height()).upright(negative.orientation());
    }

    private static ImageReadParam coarsened(ImageReadParam how, int coarse) {
        how.setSourceSubsampling(coarse, coarse, 0, 0);
        return how;
    }

    private List<Sheet> sheets(Raster widest) {
        boolean opaque = widest.isOpaque();
        List<Format> formats = Stream.of(opaque ? Format.JPEG : Format.PNG, Format.WEBP)
                .filter(format -> format != Format.WEBP || printer.canPrintWebp())
                .toList();
        List<Sheet> sheets = new ArrayList<>();
        for (int width : widths(widest.width())) {
            var image = Enlarger.scaled(widest, width, heightOf(widest, width)).image(opaque);
            formats.forEach(format ->
                    sheets.add(new Sheet(image.getWidth(), image.getHeight(), format, printer.print(image, format))));
        }
        return sheets;
    }

    private static List<Integer> widths(int widest) {
        return Stream.concat(WIDTHS.stream().filter(width -> width < widest), Stream.of(widest))
                .toList();
    }

    private static int heightOf(Raster widest, int width) {
        return Math.max(1, Math.round((float) widest.height() * width / widest.width()));
    }

    /// How large the widest is to be, as the camera held it, and which pixels of the file it takes for it.
    private record Fit(int width, int height, int coarse) {

        static Fit of(Negative negative) {
            int mostWide = negative.isOnItsSide() ? HIGHEST : WIDEST;
            int mostHigh = negative.isOnItsSide() ? WIDEST : HIGHEST;
            float scale =
                    Math.min(1f, Math.min((float) mostWide / negative.width(), (float) mostHigh / negative.height()));
            int width = Math.max(1, Math.round(negative.width() * scale));
            int height = Math.max(1, Math.round(negative.height() * scale));
            return new Fit(width, height, coarse(negative, (int) (1 / scale)));
        }

        /// A little too coarse is better than more at once than there is room for.
        private static int coarse(Negative negative, int enough) {
            long pixels = (long) negative.width() * negative.height();
            int coarse = enough;
            while (pixels / ((long) coarse * coarse) > Negative.MOST_PIXELS_AT_ONCE) {
                coarse++;
            }
            return coarse;
        }
    }
}
