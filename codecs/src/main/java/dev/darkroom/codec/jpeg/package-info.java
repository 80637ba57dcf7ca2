/**
 * The structure of JPEG files (ITU-T T.81): segments, frame header, ICC profile, number of scans.
 *
 * <p>A file's bytes enter; its {@link dev.darkroom.codec.header.Header} leaves, or its segments one
 * by one. Exif is parsed in {@code codec.exif}. Pixels are decoded and encoded by libjpeg-turbo in
 * {@code engine.foreign}, and by the JDK's reader in the image worker; both find their frame header
 * by {@link dev.darkroom.codec.jpeg.JpegSegments} first.
 */
@NullMarked
package dev.darkroom.codec.jpeg;

import org.jspecify.annotations.NullMarked;
