/**
 * Tells from the first bytes of Matroska files and transport streams whether they are encrypted.
 * What such files hold is read by an engine, which does not say it.
 */
@NullMarked
package dev.darkroom.codec.container;

import org.jspecify.annotations.NullMarked;
