/**
 * Watches the template's alarms on the local run, as CloudWatch does on AWS.
 *
 * <p>Enters: alarms as the template has them, and the figures that the function host serves to
 * Prometheus. Leaves: a line, a file and a message to the alarm topic whenever an alarm is raised
 * or over. Lives elsewhere: reading the template ({@code dev.darkroom.infra}) and measuring ({@code
 * dev.darkroom.host}).
 */
@NullMarked
package dev.darkroom.local.alarm;

import org.jspecify.annotations.NullMarked;
