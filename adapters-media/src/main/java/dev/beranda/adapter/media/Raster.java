package dev.beranda.adapter.media;

import java.awt.image.BufferedImage;

/// Pixels in memory, alpha first.
record Raster(int width, int height, int[] pixels) implements Rows {

    @Override
    public void copy(int y, int[] line) {
        System.arraycopy(pixels, y * width, line, 0, width);
    }

    boolean isOpaque() {
        for (int pixel : pixels) {
            if (pixel >>> 24 != 0xFF) {
                return false;
            }
        }
        return true;
    }

    /// Turned and mirrored until what cameras call the top is at the top.
    Raster upright(int orientation) {
        if (orientation == 1) {
            return this;
        }
        boolean onItsSide = orientation > 4;
        int wide = onItsSide ? height : width;
        int high = onItsSide ? width : height;
        int[] turned = new int[pixels.length];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                turned[y * wide + x] = pixels[source(orientation, x, y)];
            }
        }
        return new Raster(wide, high, turned);
    }

    private int source(int orientation, int x, int y) {
        int right = width - 1;
        int bottom = height - 1;
        return switch (orientation) {
            case 2 -> y * width + right - x;
            case 3 -> (bottom - y) * width + right - x;
            case 4 -> (bottom - y) * width + x;
            case 5 -> x * width + y;
            case 6 -> (bottom - x) * width + y;
            case 7 -> (bottom - x) * width + right - y;
            case 8 -> x * width + right - y;
            default -> y * width + x;
        };
    }

    BufferedImage image(boolean opaque) {
        var image = new BufferedImage(width, height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }
}
