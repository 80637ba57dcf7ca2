package dev.darkroom.local.s3;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an object that tell its versions apart.
 *
 * @param etag ETag without quotes
 * @param size size in bytes
 * @param modified time of the last change, in milliseconds since the epoch
 */
record ObjectState(String etag, long size, long modified) {

  static @Nullable ObjectState of(BlobStore store, String bucket, String key) {
    var head = store.blobMetadataIfPresent(bucket, key);
    return head == null
        ? null
        : new ObjectState(
            unquoted(head.eTag()), head.contentLength(), head.lastModified().toEpochMilli());
  }

  boolean matches(String ifMatch) {
    return ifMatch.equals("*") || unquoted(ifMatch).equals(etag);
  }

  private static String unquoted(@Nullable String etag) {
    return etag == null ? "" : etag.replace("\"", "");
  }
}
