package dev.darkroom.stage.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CopyPartResult;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** Assembles an object by a multipart upload to S3. */
final class S3Assembly implements Assembly {
  private static final int FIRST = 1;
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;

  /** Size of a copied part, in bytes: S3 copies about 100 MB/s per part, and many at once. */
  private static final long COPY_PART = 128L << 20;

  private static final int COPIES_AT_ONCE = 8;

  /** All parts have one: S3 wants every part's checksum at the end, those of copied parts too. */
  private static final ChecksumAlgorithm CHECKSUM = ChecksumAlgorithm.CRC32;

  private final S3Client s3;
  private final String bucket;
  private final String key;
  private final String uploadId;
  private final List<CompletedPart> parts = new ArrayList<>();
  private boolean completed;

  S3Assembly(S3Client s3, String bucket, String key, PutOptions options) {
    this.s3 = s3;
    this.bucket = bucket;
    this.key = key;
    this.uploadId =
        s3.createMultipartUpload(
                r ->
                    r.bucket(bucket)
                        .key(key)
                        .contentType(options.contentType())
                        .cacheControl(options.cacheControl())
                        .contentDisposition(options.contentDisposition())
                        .metadata(options.metadata())
                        .checksumAlgorithm(CHECKSUM))
            .uploadId();
  }

  @Override
  public void add(byte[] bytes) {
    parts.add(upload(next(), bytes));
  }

  @Override
  public void prepend(byte[] bytes) {
    parts.addFirst(upload(FIRST, bytes));
  }

  /** Numbers order the parts; the first is left to the one that may come before all others. */
  private int next() {
    return parts.isEmpty() ? FIRST + 1 : parts.getLast().partNumber() + 1;
  }

  private CompletedPart upload(int number, byte[] bytes) {
    UploadPartResponse part =
        s3.uploadPart(
            r ->
                r.bucket(bucket)
                    .key(key)
                    .uploadId(uploadId)
                    .partNumber(number)
                    .checksumAlgorithm(CHECKSUM),
            RequestBody.fromBytes(bytes));
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(part.eTag())
        .checksumCRC32(part.checksumCRC32())
        .build();
  }

  @Override
  public Write copy(String sourceKey, String etag, long from, long length) {
    int count = (int) Math.ceilDiv(length, COPY_PART);
    long each = Math.ceilDiv(length, (long) count);
    var copies = new ArrayList<Future<CompletedPart>>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(count, COPIES_AT_ONCE), Thread.ofVirtual().factory())) {
      for (int i = 0; i < count; i++) {
        int number = next() + i;
        long start = from + i * each;
        long last = Math.min(start + each, from + length) - 1;
        copies.add(threads.submit(() -> copyPart(number, sourceKey, etag, start, last)));
      }
    }
    try {
      for (Future<CompletedPart> copy : copies) {
        parts.add(copy.get());
      }
    } catch (ExecutionException e) {
      return lostOrThrow(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while copying", e);
    }
    return new Write.Written(parts.getLast().eTag().replace("\"", ""));
  }

  private static Write lostOrThrow(@Nullable Throwable cause) {
    if (cause instanceof S3Exception e
        && (e.statusCode() == PRECONDITION_FAILED
            || (e.statusCode() == NOT_FOUND && !(e instanceof NoSuchBucketException)))) {
      return new Write.Lost();
    }
    throw cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }

  private CompletedPart copyPart(int number, String sourceKey, String etag, long first, long last) {
    CopyPartResult part =
        s3.uploadPartCopy(
                r ->
                    r.sourceBucket(bucket)
                        .sourceKey(sourceKey)
                        .copySourceIfMatch('"' + etag + '"')
                        .copySourceRange("bytes=" + first + "-" + last)
                        .destinationBucket(bucket)
                        .destinationKey(key)
                        .uploadId(uploadId)
                        .partNumber(number))
            .copyPartResult();
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(part.eTag())
        .checksumCRC32(part.checksumCRC32())
        .build();
  }

  @Override
  public Write.Written complete() {
    String etag =
        s3.completeMultipartUpload(
                r ->
                    r.bucket(bucket)
                        .key(key)
                        .uploadId(uploadId)
                        .multipartUpload(m -> m.parts(parts)))
            .eTag();
    completed = true;
    return new Write.Written(etag.replace("\"", ""));
  }

  @Override
  public void close() {
    if (!completed) {
      s3.abortMultipartUpload(r -> r.bucket(bucket).key(key).uploadId(uploadId));
    }
  }
}
