/** Brings along a decoder for what Java cannot decode, where the machine has none. */
@NullMarked
package dev.darkroom.local.engine;

import org.jspecify.annotations.NullMarked;
