/**
 * A baseline JPEG encoder of the JDK alone: no AWT, no native code, a few hundred lines.
 *
 * <p>In comes an {@link dev.darkroom.codec.picture.RgbPicture}, out a JFIF file, 4:2:0, with the
 * tables of the standard's Annex K.
 *
 * <p>Clauses and tables cited without a document are those of ITU-T T.81 (09/92).
 */
@NullMarked
package dev.darkroom.codec.jpeg;

import org.jspecify.annotations.NullMarked;
