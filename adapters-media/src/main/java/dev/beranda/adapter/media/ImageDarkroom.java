package dev.beranda.adapter.media;

import dev.beranda.domain.media.Format;
import dev.beranda.domain.user.Darkroom;
import dev.beranda.domain.user.Picture;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReadParam;

/// Of a picture only the square in the middle is unpacked, and no more of its pixels than are needed.
public final class ImageDarkroom implements Darkroom {

    private static final int WIDEST = Picture.WIDTHS.getLast();

    private final Places places;
    private final Printer printer = new Printer();

    public ImageDarkroom(Places places) {
        this.places = places;
    }

    @Override
    public Development develop(byte[] sent) {
        Optional<Kind> kind = Kind.of(sent);
        return kind.isEmpty() ? new Development.NoPicture() : places.take(sent, () -> develop(kind.get(), sent));
    }

    /// A file made to break its reader does so in many ways; all of them say that it cannot be read.
    private Development develop(Kind kind, byte[] sent) {
        try (var negative = Negative.open(kind, sent)) {
            return negative.isTooLarge() ? new Development.TooLarge() : developed(negative);
        } catch (IOException | RuntimeException unreadable) {
            return new Development.Broken();
        }
    }

    private Development developed(Negative negative) throws IOException {
        var middle = Frame.squareOf(negative.read(how -> middle(how, negative)));
        var widest = Enlarger.scaled(middle, WIDEST, WIDEST).upright(negative.orientation());
        return new Development.Developed(prints(widest, widest.isOpaque()));
    }

    /// The square in the middle, coarsened as long as enough is left for the widest of ours.
    private static ImageReadParam middle(ImageReadParam how, Negative negative) {
        int side = Math.min(negative.width(), negative.height());
        int coarse = Math.max(1, side / WIDEST);
        how.setSourceRegion(new Rectangle((negative.width() - side) / 2, (negative.height() - side) / 2, side, side));
        how.setSourceSubsampling(coarse, coarse, 0, 0);
        return how;
    }

    /// Each made of the widest, which is small enough.
    private List<Picture> prints(Raster widest, boolean opaque) {
        return Picture.WIDTHS.stream()
                .map(wide -> print(Enlarger.scaled(widest, wide, wide), opaque))
                .toList();
    }

    private Picture print(Raster square, boolean opaque) {
        byte[] bytes = printer.print(square.image(opaque), opaque ? Format.JPEG : Format.PNG);
        return new Picture(square.width(), opaque ? Picture.Format.JPEG : Picture.Format.PNG, bytes);
    }
}
