/**
 * States what happened, in figures.
 *
 * <p>In comes an {@link dev.darkroom.stage.metrics.Observation} per record or request; out goes a
 * line of JSON in CloudWatch's Embedded Metric Format. Who observes what is the business of those
 * who call; alarms and dashboards are the template's.
 */
@NullMarked
package dev.darkroom.stage.metrics;

import org.jspecify.annotations.NullMarked;
