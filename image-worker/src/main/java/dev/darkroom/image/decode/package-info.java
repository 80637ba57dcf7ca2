/**
 * From a file's bytes to pixels: a decoder for each way there is, and the choice among them.
 *
 * <p>A decoder is given what its header says, which has been held against the limits; it goes by no
 * other figures. Bytes come from strangers, and libraries answer them with any exception and error
 * there is: whoever calls a decoder takes every one but a {@code LinkageError} for a damaged file.
 */
@NullMarked
package dev.darkroom.image.decode;

import org.jspecify.annotations.NullMarked;
