/**
 * HTTP servers that only this machine can use, and the rule for what "this machine" is.
 *
 * <p>Enters: a handler, or a host name to check. Leaves: a server on 127.0.0.1 that also refuses
 * what a browser sends on behalf of a foreign page. Lives elsewhere: what is served.
 */
@NullMarked
package dev.darkroom.host.loopback;

import org.jspecify.annotations.NullMarked;
