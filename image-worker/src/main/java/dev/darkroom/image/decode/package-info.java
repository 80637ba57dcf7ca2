/**
 * Decodes pictures: takes a file's bytes and its checked header, returns pixels. One {@code
 * Decoder} for each format and library; {@code Decoders} chooses.
 *
 * <p>A decoder refuses a file whose size differs from the header's, which was checked against the
 * limits. Bytes come from strangers, and libraries react to them with exceptions and errors of any
 * kind; {@code dev.darkroom.image.step.Decode} decides what they say about the file. ImageIO's
 * readers are made and stopped in {@code Readers} alone.
 */
@NullMarked
package dev.darkroom.image.decode;

import org.jspecify.annotations.NullMarked;
