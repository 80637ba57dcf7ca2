/**
 * Measures a running Darkroom from outside: latency, throughput and CPU time per photo. Each
 * benchmark is a program that {@code ./darkroom bench} starts, along with what it measures. The
 * workers are compared with their peers in the packages for images and video.
 */
@NullMarked
package dev.darkroom.bench;

import org.jspecify.annotations.NullMarked;
