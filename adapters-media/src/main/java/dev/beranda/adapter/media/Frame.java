package dev.beranda.adapter.media;

import java.awt.image.BufferedImage;

/// A part of what was unpacked.
record Frame(BufferedImage image, int left, int top, int width, int height) implements Rows {

    static Frame of(BufferedImage image) {
        return new Frame(image, 0, 0, image.getWidth(), image.getHeight());
    }

    /// What remains in the middle when the longer sides are cut.
    static Frame squareOf(BufferedImage image) {
        int side = Math.min(image.getWidth(), image.getHeight());
        return new Frame(image, (image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side);
    }

    @Override
    public void copy(int y, int[] line) {
        image.getRGB(left, top + y, width, 1, line, 0, width);
    }
}
