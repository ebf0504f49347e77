package dev.beranda.adapter.media;

import java.util.Arrays;

/// Makes pictures larger or smaller: each new pixel is the weighted mean of those around its place, first along the
/// lines and then along the columns. What cannot be seen has no colour to mix in. No more lines are held than one
/// line of the new picture is made of.
final class Enlarger {

    private static final int PARTS = 4;

    private final Rows from;
    private final int width;
    private final int height;
    private final Weights across;
    private final Weights down;
    private final int[] line;
    private final float[][] lines;
    private int read;

    private Enlarger(Rows from, int width, int height) {
        this.from = from;
        this.width = width;
        this.height = height;
        this.across = Weights.of(from.width(), width);
        this.down = Weights.of(from.height(), height);
        this.line = new int[from.width()];
        this.lines = new float[down.most() + 1][width * PARTS];
    }

    static Raster scaled(Rows from, int width, int height) {
        if (from instanceof Raster same && same.width() == width && same.height() == height) {
            return same;
        }
        return new Enlarger(from, width, height).scaled();
    }

    private Raster scaled() {
        int[] pixels = new int[width * height];
        float[] sum = new float[width * PARTS];
        for (int y = 0; y < height; y++) {
            mix(y, sum);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = colour(sum, x * PARTS);
            }
        }
        return new Raster(width, height, pixels);
    }

    private void mix(int y, float[] sum) {
        Arrays.fill(sum, 0);
        float[] weights = down.weights()[y];
        int first = down.first()[y];
        for (int i = 0; i < weights.length; i++) {
            float[] source = lineOf(first + i);
            for (int part = 0; part < sum.length; part++) {
                sum[part] += weights[i] * source[part];
            }
        }
    }

    /// Lines are asked for in order, again and again while they are near.
    private float[] lineOf(int y) {
        while (read <= y) {
            from.copy(read, line);
            squeeze(lines[read % lines.length]);
            read++;
        }
        return lines[y % lines.length];
    }

    private void squeeze(float[] to) {
        Arrays.fill(to, 0);
        for (int x = 0; x < width; x++) {
            float[] weights = across.weights()[x];
            int first = across.first()[x];
            for (int i = 0; i < weights.length; i++) {
                add(line[first + i], weights[i], to, x * PARTS);
            }
        }
    }

    private static void add(int pixel, float weight, float[] to, int at) {
        float alpha = (pixel >>> 24) / 255f * weight;
        to[at] += alpha;
        to[at + 1] += (pixel >> 16 & 0xFF) * alpha;
        to[at + 2] += (pixel >> 8 & 0xFF) * alpha;
        to[at + 3] += (pixel & 0xFF) * alpha;
    }

    private static int colour(float[] mixed, int at) {
        float alpha = mixed[at];
        int shown = Math.round(alpha * 255);
        if (shown == 0) {
            return 0;
        }
        return shown << 24
                | part(mixed[at + 1], alpha) << 16
                | part(mixed[at + 2], alpha) << 8
                | part(mixed[at + 3], alpha);
    }

    private static int part(float mixed, float alpha) {
        return Math.clamp(Math.round(mixed / alpha), 0, 255);
    }

    /// For each place in the new line: from where on in the old one it is mixed, and how much of each.
    private record Weights(int[] first, float[][] weights, int most) {

        static Weights of(int from, int to) {
            int[] first = new int[to];
            float[][] weights = new float[to][];
            float scale = (float) from / to;
            float reach = Math.max(1, scale);
            int most = 0;
            for (int x = 0; x < to; x++) {
                float centre = (x + 0.5f) * scale;
                first[x] = Math.max(0, (int) (centre - reach));
                int last = Math.min(from - 1, (int) (centre + reach));
                weights[x] = around(centre, reach, first[x], last);
                most = Math.max(most, weights[x].length);
            }
            return new Weights(first, weights, most);
        }

        private static float[] around(float centre, float reach, int first, int last) {
            float[] weights = new float[last - first + 1];
            float sum = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.max(0, 1 - Math.abs(first + i + 0.5f - centre) / reach);
                sum += weights[i];
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= sum;
            }
            return weights;
        }
    }
}
