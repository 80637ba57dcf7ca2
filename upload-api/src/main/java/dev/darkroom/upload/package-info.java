/**
 * The function that takes uploads and serves what became of them, over REST.
 *
 * <p>In come requests, out go files in the bucket, permissions to put some there, and links. Here
 * the parts are put together; {@code /media} is in {@code media}, with bodies going to {@code
 * intake}; {@code /uploads} is in {@code ticket}; {@code link} signs URLs; {@code http} has callers
 * and problems; {@code page} is what people see in a browser.
 */
@NullMarked
package dev.darkroom.upload;

import org.jspecify.annotations.NullMarked;
