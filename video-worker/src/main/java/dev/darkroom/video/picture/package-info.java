/**
 * What is made of a video's keyframes: the poster and its sizes, the storyboard, the preview and
 * the placeholder. Pictures come in, files go out; where frames come from is not known here.
 */
@NullMarked
package dev.darkroom.video.picture;

import org.jspecify.annotations.NullMarked;
