/**
 * State on disk that survives a killed process.
 *
 * <p>Enters: a folder and the content of its files. Leaves: files that are replaced atomically, and
 * a lock that keeps other processes off the folder. Lives elsewhere: what is in the files, which
 * each service decides for itself.
 */
@NullMarked
package dev.darkroom.local.disk;

import org.jspecify.annotations.NullMarked;
