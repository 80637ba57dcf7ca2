/**
 * Makes log lines that a program can search.
 *
 * <p>In come the log records of all libraries and stages; out goes one JSON object a line, with
 * what {@link dev.darkroom.stage.log.LogContext} says about the work under way. What is logged is
 * each class's own; no line names an uploaded file.
 */
@NullMarked
package dev.darkroom.stage.log;

import org.jspecify.annotations.NullMarked;
