package dev.darkroom.local.fault;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Delays reads and loses the answers of writes, as ordered. */
public final class FaultyStore extends ForwardingBlobStore {
  private final List<Fault> faults;
  private final Map<Fault, AtomicInteger> lost = new ConcurrentHashMap<>();

  public FaultyStore(BlobStore store, List<Fault> faults) {
    super(store);
    this.faults = List.copyOf(faults);
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    for (var fault : faults) {
      if (fault instanceof Fault.Slow(var prefix, var delay) && request.key().startsWith(prefix)) {
        pause(delay);
      }
    }
    return super.getBlob(request);
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    var response = super.putBlob(request, payload);
    loseAnswer(request.key());
    return response;
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    var response = super.completeMultipartUpload(upload, request);
    loseAnswer(upload.blobName());
    return response;
  }

  private void loseAnswer(String key) {
    for (var fault : faults) {
      if (fault instanceof Fault.LostAnswer(var prefix, var times)
          && key.startsWith(prefix)
          && lost.computeIfAbsent(fault, _ -> new AtomicInteger()).getAndIncrement() < times) {
        throw S3Exceptions.fromStatusCode(500);
      }
    }
  }

  private static void pause(Duration delay) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw S3Exceptions.fromStatusCode(503, e);
    }
  }
}
