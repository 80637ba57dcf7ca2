/**
 * Reads and checks a function's settings when it starts.
 *
 * <p>In comes the text of each setting by its name; {@link
 * dev.darkroom.stage.config.SettingsReader} turns it into numbers, durations, sizes and choices
 * within their ranges, and reports every fault at once. Out goes a record per function that holds
 * valid values only. Where the text comes from (environment variables, as Quarkus reads them), and
 * which settings a function has, is the function's own.
 */
@NullMarked
package dev.darkroom.stage.config;

import org.jspecify.annotations.NullMarked;
