package dev.darkroom.local.s3;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/**
 * Keeps every bucket and object private, whatever ACL anybody sets: S3Proxy asks here before it
 * serves a request without a signature. The template's bucket ignores public ACLs in the same way.
 */
final class PrivateStore extends ForwardingBlobStore {
  PrivateStore(BlobStore store) {
    super(store);
  }

  @Override
  public BucketCannedACL getContainerAccess(String bucket) {
    return BucketCannedACL.PRIVATE;
  }

  @Override
  public ObjectCannedACL getBlobAccess(String bucket, String key) {
    return ObjectCannedACL.PRIVATE;
  }

  @Override
  public ObjectCannedACL getBlobAccess(String bucket, String key, String version) {
    return ObjectCannedACL.PRIVATE;
  }
}
