/**
 * The function the tests run, as a package of its own: enters an event with a command, leaves what
 * the command says. It uses nothing but the JDK and Lambda's interfaces.
 */
@NullMarked
package dev.darkroom.host.sample;

import org.jspecify.annotations.NullMarked;
