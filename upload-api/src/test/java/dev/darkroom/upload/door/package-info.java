/** The whole function, called as API Gateway calls it: an event in, an answer out. */
@NullMarked
package dev.darkroom.upload.door;

import org.jspecify.annotations.NullMarked;
