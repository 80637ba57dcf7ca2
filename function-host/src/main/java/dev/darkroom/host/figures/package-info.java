/**
 * Figures that functions state themselves, for Prometheus.
 *
 * <p>In come the lines that functions print; those in CloudWatch's Embedded Metric Format become
 * counters and histograms, as CloudWatch makes metrics of them. What invocations cost the host is
 * measured elsewhere ({@code runtime}), and so are queues ({@code queue}).
 */
@NullMarked
package dev.darkroom.host.figures;

import org.jspecify.annotations.NullMarked;
