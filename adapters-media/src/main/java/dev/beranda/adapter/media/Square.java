package dev.beranda.adapter.media;

import java.awt.image.BufferedImage;

/// A square of pixels, alpha first.
record Square(int side, int[] pixels) {

    static Square of(BufferedImage image) {
        int side = Math.min(image.getWidth(), image.getHeight());
        int left = (image.getWidth() - side) / 2;
        int top = (image.getHeight() - side) / 2;
        return new Square(side, image.getRGB(left, top, side, side, null, 0, side));
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
    Square upright(int orientation) {
        if (orientation == 1) {
            return this;
        }
        int[] turned = new int[pixels.length];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                turned[y * side + x] = pixels[source(orientation, x, y)];
            }
        }
        return new Square(side, turned);
    }

    private int source(int orientation, int x, int y) {
        int right = side - 1 - x;
        int bottom = side - 1 - y;
        return switch (orientation) {
            case 2 -> y * side + right;
            case 3 -> bottom * side + right;
            case 4 -> bottom * side + x;
            case 5 -> x * side + y;
            case 6 -> right * side + y;
            case 7 -> right * side + bottom;
            case 8 -> x * side + bottom;
            default -> y * side + x;
        };
    }

    /// As large as that: each new pixel is the weighted mean of those around its place, first along the lines and then
    /// along the columns. What cannot be seen has no colour to mix in.
    Square scaled(int to) {
        if (to == side) {
            return this;
        }
        float[] lines = resample(weighed(), side, to);
        float[] columns = resample(lines, side, to);
        return new Square(to, colours(columns));
    }

    /// Four numbers for each pixel: alpha, and the colours multiplied with it.
    private float[] weighed() {
        float[] weighed = new float[pixels.length * 4];
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            float alpha = (pixel >>> 24) / 255f;
            weighed[4 * i] = alpha;
            weighed[4 * i + 1] = (pixel >> 16 & 0xFF) * alpha;
            weighed[4 * i + 2] = (pixel >> 8 & 0xFF) * alpha;
            weighed[4 * i + 3] = (pixel & 0xFF) * alpha;
        }
        return weighed;
    }

    /// Makes lines of that length out of longer or shorter ones, and puts them down as columns; so twice makes a
    /// square.
    private static float[] resample(float[] from, int length, int to) {
        int lines = from.length / 4 / length;
        float[] result = new float[lines * to * 4];
        float scale = (float) length / to;
        float reach = Math.max(1, scale);
        for (int x = 0; x < to; x++) {
            float centre = (x + 0.5f) * scale;
            int first = Math.max(0, (int) (centre - reach));
            int last = Math.min(length - 1, (int) (centre + reach));
            for (int line = 0; line < lines; line++) {
                mix(from, line * length, first, last, centre, reach, result, (x * lines + line) * 4);
            }
        }
        return result;
    }

    private static void mix(
            float[] from, int line, int first, int last, float centre, float reach, float[] result, int at) {
        float sum = 0;
        for (int i = first; i <= last; i++) {
            float weight = Math.max(0, 1 - Math.abs(i + 0.5f - centre) / reach);
            sum += weight;
            for (int part = 0; part < 4; part++) {
                result[at + part] += weight * from[(line + i) * 4 + part];
            }
        }
        for (int part = 0; part < 4; part++) {
            result[at + part] /= sum;
        }
    }

    private static int[] colours(float[] weighed) {
        int[] pixels = new int[weighed.length / 4];
        for (int i = 0; i < pixels.length; i++) {
            float alpha = weighed[4 * i];
            int shown = Math.round(alpha * 255);
            int pixel = shown << 24;
            if (shown > 0) {
                pixel |= colour(weighed[4 * i + 1], alpha) << 16
                        | colour(weighed[4 * i + 2], alpha) << 8
                        | colour(weighed[4 * i + 3], alpha);
            }
            pixels[i] = pixel;
        }
        return pixels;
    }

    private static int colour(float weighed, float alpha) {
        return Math.clamp(Math.round(weighed / alpha), 0, 255);
    }

    BufferedImage image(boolean opaque) {
        var image = new BufferedImage(side, side, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, side, side, pixels, 0, side);
        return image;
    }
}
