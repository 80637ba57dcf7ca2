/**
 * Faults that a test switches on in the local cloud.
 *
 * <p>Enters: a list of faults from the command line. Leaves: behavior that S3 documents as possible
 * (late and repeated events, slow reads, lost answers). Lives elsewhere: coping with it, in the
 * functions.
 */
@NullMarked
package dev.darkroom.local.fault;

import org.jspecify.annotations.NullMarked;
