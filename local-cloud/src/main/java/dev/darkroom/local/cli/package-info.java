/**
 * The command line for uploads.
 *
 * <p>Enters: files and folders, and the URL of a Darkroom. Leaves: what became of each file, as
 * text for people. Speaks the REST API only, as any other client would.
 */
@NullMarked
package dev.darkroom.local.cli;

import org.jspecify.annotations.NullMarked;
