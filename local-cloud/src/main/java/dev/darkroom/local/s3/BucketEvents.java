package dev.darkroom.local.s3;

import com.google.common.util.concurrent.Striped;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Sends an event to a bucket's queues for each object that is written or removed.
 *
 * <p>Writes of one key take turns, starting after the last byte of their body. That makes {@code
 * If-Match} atomic with the write it guards, and lets sequencers rise in the order of the writes.
 */
final class BucketEvents extends ForwardingBlobStore {
  /** Prefix of the objects in which S3Proxy keeps track of multipart uploads. */
  private static final String STUB = ".s3proxy-mpu-stub-";

  private static final int TURNS = 1 << 16;

  private final Striped<Lock> turns = Striped.lazyWeakLock(TURNS);
  private final EventLog events;

  BucketEvents(BlobStore store, EventLog events) {
    super(store);
    this.events = events;
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    var form = Origin.current().method().equals("POST");
    try (var write =
        write(
            request.bucket(),
            request.key(),
            form ? "ObjectCreated:Post" : "ObjectCreated:Put",
            request.ifMatch())) {
      if (request.key().endsWith("/")) {
        // S3Proxy makes a folder of it, and never reads the body.
        write.begin();
      }
      var response = super.putBlob(request, new LastByteStream(payload, write::begin));
      write.done();
      return response;
    }
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    try (var write =
        write(request.destinationBucket(), request.destinationKey(), "ObjectCreated:Copy", null)) {
      write.begin();
      var response = super.copyBlob(request);
      write.done();
      return response;
    }
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    try (var write =
        write(
            upload.containerName(),
            upload.blobName(),
            "ObjectCreated:CompleteMultipartUpload",
            request.ifMatch())) {
      write.begin();
      var response = super.completeMultipartUpload(upload, request);
      write.done();
      return response;
    }
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    try (var write =
        write(request.bucket(), request.key(), "ObjectRemoved:Delete", request.ifMatch())) {
      write.begin();
      var response = super.removeBlob(request);
      write.done();
      return response;
    }
  }

  private Write write(String bucket, String key, String eventName, @Nullable String ifMatch) {
    List<NotificationRule> rules =
        key.startsWith(STUB) ? List.of() : events.rules(bucket, eventName, key);
    var turn = turns.get(bucket + "/" + key);
    return new Write(delegate(), events, turn, bucket, key, eventName, rules, ifMatch);
  }
}
