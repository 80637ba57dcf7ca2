/**
 * Faults a test switches on in the local cloud. Settings enter; misbehavior that S3 documents (late
 * and repeated events, slow reads, answers lost on the way) leaves. What is done about them lives
 * in the functions.
 */
@NullMarked
package dev.darkroom.local.fault;

import org.jspecify.annotations.NullMarked;
