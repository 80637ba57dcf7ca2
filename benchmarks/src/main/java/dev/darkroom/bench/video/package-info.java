/**
 * The video worker against ffmpeg as its users call it: a poster and a storyboard of a hundred
 * tiles from a video in S3, by CPU time, bytes, requests and memory.
 */
@NullMarked
package dev.darkroom.bench.video;

import org.jspecify.annotations.NullMarked;
