package dev.beranda.adapter.exchange;

/// How much is read of what strangers wrote.
///
/// @param things in one file
/// @param unpacked bytes of everything in a ZIP
/// @param text bytes of one text in a ZIP
/// @param picture bytes of one picture in a ZIP
/// @param ratio how many bytes may come of one, in what is large
record Bounds(int things, long unpacked, int text, int picture, int ratio) {

    private static final int MEGABYTE = 1024 * 1024;

    static final Bounds USUAL = new Bounds(100_000, 8L * 1024 * MEGABYTE, 2 * MEGABYTE, 32 * MEGABYTE, 200);
}
