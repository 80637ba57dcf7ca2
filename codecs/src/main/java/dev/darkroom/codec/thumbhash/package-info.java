/**
 * Computes placeholders: a ThumbHash of some 25 bytes and a dominant color, for pages to show until
 * the picture has loaded. Pixels of a picture that is already small come in; scaling it down and
 * drawing a hash happen elsewhere.
 */
@NullMarked
package dev.darkroom.codec.thumbhash;

import org.jspecify.annotations.NullMarked;
