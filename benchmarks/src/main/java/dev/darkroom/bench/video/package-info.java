/**
 * Compares the video worker with ffmpeg as its users call it. Both make a poster and a storyboard
 * of 100 tiles from a video in S3; CPU time, bytes, requests and memory are measured. Images are
 * measured in a package of their own.
 */
@NullMarked
package dev.darkroom.bench.video;

import org.jspecify.annotations.NullMarked;
