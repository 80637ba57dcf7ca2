package dev.darkroom.host.runtime;

import java.time.Duration;

/**
 * How long processes are waited for and kept.
 *
 * @param init longest a process may take to ask for its first event; a second try has the
 *     function's own timeout ("Lambda execution environment lifecycle", Init phase)
 * @param idle how long an unused process is kept
 */
public record Lifetimes(Duration init, Duration idle) {}
