/**
 * A picture in some 25 bytes, for pages to show until the real one is there.
 *
 * <p>In come pixels of an already small picture, out comes its ThumbHash. Making it small, and
 * drawing a hash, are others' business.
 */
@NullMarked
package dev.darkroom.codec.thumbhash;

import org.jspecify.annotations.NullMarked;
