package dev.darkroom.host.runtime;

import java.time.Duration;

/**
 * Time limits of processes.
 *
 * @param init maximum time from the start to the first request for an event; a second attempt has
 *     the function's timeout ("Lambda execution environment lifecycle", Init phase)
 * @param idle how long an unused process is kept
 */
public record Lifetimes(Duration init, Duration idle) {}
