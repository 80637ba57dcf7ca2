/**
 * The door to libjpeg-turbo and libwebp: JPEG and WebP decoded and encoded at native speed, through
 * the Foreign Function &amp; Memory API, without JNI and AWT.
 *
 * <p>Files and {@link dev.darkroom.codec.picture.Bitmap bitmaps} come in and go out; no address,
 * segment or handle leaves this package. {@link dev.darkroom.engine.foreign.NativeCodecs} tells
 * whether the library is there. What a file is, how large a picture may be and how many scans it
 * may have, is to be decided before, from its header; sizes are compared with what the header said
 * before any pixel is decoded.
 *
 * <p>The library is the one that {@code org.bytedeco:leptonica} ships. Leptonica itself serves as
 * the catcher of libjpeg's errors, which leave C functions by {@code longjmp}, as Java cannot.
 */
@NullMarked
package dev.darkroom.engine.foreign;

import org.jspecify.annotations.NullMarked;
