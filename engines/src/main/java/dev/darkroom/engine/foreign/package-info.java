/**
 * Binds libjpeg-turbo and libwebp: decodes and encodes JPEG and WebP at native speed through the
 * Foreign Function &amp; Memory API, without JNI or AWT.
 *
 * <p>Files and {@link dev.darkroom.codec.picture.Bitmap bitmaps} come in and go out; no address,
 * segment or handle leaves this package. {@link dev.darkroom.engine.foreign.NativeCodecs} tells
 * whether the library can be used. The caller detects the format and checks sizes and scans against
 * its limits, from the header; this package compares the file's sizes with the header's before it
 * decodes a pixel.
 *
 * <p>The library is {@code libleptonica.so.6} of {@code org.bytedeco:leptonica}, which has both
 * built in. JPEGs are decoded through Leptonica because libjpeg leaves its functions by {@code
 * longjmp} on errors, which Java cannot catch and Leptonica does.
 *
 * <p>Classes with static handles or addresses are initialized at run time in a native executable;
 * {@code native-image.properties} names them. Records of settings have none, so that other classes
 * may keep them in constants.
 */
@NullMarked
package dev.darkroom.engine.foreign;

import org.jspecify.annotations.NullMarked;
