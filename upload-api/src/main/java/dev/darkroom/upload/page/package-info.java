/**
 * Serves the web page: one document that contains its style and script, so that showing it takes
 * one call of the function.
 *
 * <p>Out goes the page with a policy that allows it to run its own script, call the API and reach
 * the bucket, and nothing else. In the browser it uses the API as any other client does.
 */
@NullMarked
package dev.darkroom.upload.page;

import org.jspecify.annotations.NullMarked;
