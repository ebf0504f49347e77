package dev.beranda.adapter.media;

/// Pixels that are looked at line by line, alpha first, so that a large picture is never held twice.
interface Rows {

    int width();

    int height();

    void copy(int y, int[] line);
}
