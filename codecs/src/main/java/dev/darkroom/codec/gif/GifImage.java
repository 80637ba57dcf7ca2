package dev.darkroom.codec.gif;

/**
 * An image of a GIF file before it is decoded (section 20).
 *
 * @param part the part of the screen that it covers
 * @param colors of its own palette or the file's, as {@code 0xAARRGGBB}
 * @param codeSize smallest number of bits in an LZW code, without the two extra codes; 1 to 11
 * @param codes LZW codes of its pixels' indices, not read yet
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record GifImage(
    GifControl control,
    Screen.Part part,
    boolean interlaced,
    int[] colors,
    int codeSize,
    SubBlocks codes) {}
