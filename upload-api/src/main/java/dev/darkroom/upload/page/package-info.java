/**
 * The web page: one document with its style and script inside, so that showing it takes one call of
 * the function.
 *
 * <p>It uses the API as any client does and knows nothing that the API does not tell. Out goes the
 * page with a policy that lets it run its own script, call the API, and reach the bucket; nothing
 * else.
 */
@NullMarked
package dev.darkroom.upload.page;

import org.jspecify.annotations.NullMarked;
