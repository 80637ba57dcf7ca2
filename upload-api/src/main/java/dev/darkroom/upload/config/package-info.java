/**
 * The API's settings, read and checked when it starts.
 *
 * <p>In comes the text of each setting; out go {@link dev.darkroom.upload.config.UploadSettings},
 * of which the other packages get the parts that they need.
 */
@NullMarked
package dev.darkroom.upload.config;

import org.jspecify.annotations.NullMarked;
