/**
 * JPEG headers: size, coding, colors, orientation and embedded profile, read without decoding a
 * pixel. Decoding and encoding are libjpeg-turbo's, through the {@code engines} module.
 *
 * <p>Clauses and tables cited without a document are those of ITU-T T.81 (09/92).
 */
@NullMarked
package dev.darkroom.codec.jpeg;

import org.jspecify.annotations.NullMarked;
