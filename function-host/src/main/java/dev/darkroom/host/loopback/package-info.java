/**
 * HTTP servers that only this machine can use.
 *
 * <p>Enters: a handler. Leaves: a server on 127.0.0.1 that also turns away what a browser sends on
 * behalf of a foreign page. Lives elsewhere: what is served.
 */
@NullMarked
package dev.darkroom.host.loopback;

import org.jspecify.annotations.NullMarked;
