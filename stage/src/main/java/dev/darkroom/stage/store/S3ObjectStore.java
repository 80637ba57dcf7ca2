package dev.darkroom.stage.store;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Reads and writes a bucket in S3, or in anything that speaks its protocol. */
public final class S3ObjectStore implements ObjectStore {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  /** DeleteObjects takes no more keys at once (Amazon S3 API Reference). */
  private static final int MAX_DELETES = 1000;

  private final S3Client s3;
  private final String bucket;

  public S3ObjectStore(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    try {
      HeadObjectResponse head = s3.headObject(r -> r.bucket(bucket).key(key));
      return Optional.of(
          new ObjectInfo(
              key,
              unquoted(head.eTag()),
              head.contentLength(),
              head.contentType(),
              head.lastModified(),
              lowerCased(head.metadata())));
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND && !(e instanceof NoSuchBucketException)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Read open(String key, String etag) {
    return get(key, etag, r -> {});
  }

  @Override
  public Read openRange(String key, String etag, long from, long length) {
    if (from < 0 || length < 1) {
      throw new IllegalArgumentException("no range: " + length + " bytes from " + from);
    }
    long last = from + Math.min(length, Long.MAX_VALUE - from) - 1;
    return get(key, etag, r -> r.range("bytes=" + from + "-" + last));
  }

  @Override
  public Read openTail(String key, String etag, long length) {
    if (length < 1) {
      throw new IllegalArgumentException("no tail: " + length + " bytes");
    }
    return get(key, etag, r -> r.range("bytes=-" + length));
  }

  @Override
  public Read openLatest(String key) {
    return get(key, null, r -> {});
  }

  private Read get(String key, @Nullable String etag, Consumer<GetObjectRequest.Builder> range) {
    try {
      ResponseInputStream<GetObjectResponse> body =
          s3.getObject(
              r -> {
                r.bucket(bucket).key(key).ifMatch(etag == null ? null : quoted(etag));
                range.accept(r);
              });
      GetObjectResponse head = body.response();
      return new Read.Opened(info(key, head), new AbortingStream(body, head.contentLength()));
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED
          || (e.statusCode() == NOT_FOUND && !(e instanceof NoSuchBucketException))) {
        return new Read.Gone();
      }
      if (e.statusCode() == RANGE_NOT_SATISFIABLE) {
        return head(key)
            .filter(info -> etag == null || etag.equals(info.etag()))
            .<Read>map(S3ObjectStore::empty)
            .orElseGet(Read.Gone::new);
      }
      throw e;
    }
  }

  private static Read empty(ObjectInfo info) {
    return new Read.Opened(info, InputStream.nullInputStream());
  }

  private static ObjectInfo info(String key, GetObjectResponse get) {
    String range = get.contentRange();
    long size =
        range == null
            ? get.contentLength()
            : Long.parseLong(range.substring(range.lastIndexOf('/') + 1));
    return new ObjectInfo(
        key,
        unquoted(get.eTag()),
        size,
        get.contentType(),
        get.lastModified(),
        lowerCased(get.metadata()));
  }

  /** Metadata travels as HTTP headers, whose names may come back in any case. */
  private static Map<String, String> lowerCased(Map<String, String> metadata) {
    return metadata.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                entry -> entry.getKey().toLowerCase(Locale.ROOT),
                Map.Entry::getValue,
                (first, second) -> first));
  }

  @Override
  public Write.Written put(String key, PutOptions options, byte[] bytes) {
    return new Write.Written(write(key, options, bytes, r -> {}));
  }

  @Override
  public Write putIfAbsent(String key, PutOptions options, byte[] bytes) {
    return writeIf(key, options, bytes, r -> r.ifNoneMatch("*"));
  }

  @Override
  public Write putIfMatch(String key, String etag, PutOptions options, byte[] bytes) {
    return writeIf(key, options, bytes, r -> r.ifMatch(quoted(etag)));
  }

  /**
   * Writes under a condition. S3 answers a lost race with 412, one still running with 409, and a
   * match on a deleted object with 404 (Amazon S3 User Guide, "How to prevent object overwrites
   * with conditional writes"). All three mean that the store is not in the state that the writer
   * saw.
   */
  private Write writeIf(
      String key, PutOptions options, byte[] bytes, Consumer<PutObjectRequest.Builder> condition) {
    try {
      return new Write.Written(write(key, options, bytes, condition));
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED
          || e.statusCode() == CONFLICT
          || (e.statusCode() == NOT_FOUND && !(e instanceof NoSuchBucketException))) {
        return new Write.Lost();
      }
      throw e;
    }
  }

  private String write(
      String key, PutOptions options, byte[] bytes, Consumer<PutObjectRequest.Builder> condition) {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .contentType(options.contentType())
            .cacheControl(options.cacheControl())
            .contentDisposition(options.contentDisposition())
            .metadata(options.metadata());
    condition.accept(request);
    return unquoted(s3.putObject(request.build(), RequestBody.fromBytes(bytes)).eTag());
  }

  @Override
  public Assembly assemble(String key, PutOptions options) {
    return new S3Assembly(s3, bucket, key, options);
  }

  @Override
  public void delete(Collection<String> keys) {
    List<ObjectIdentifier> all =
        keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    for (int from = 0; from < all.size(); from += MAX_DELETES) {
      List<ObjectIdentifier> some = all.subList(from, Math.min(from + MAX_DELETES, all.size()));
      var answer = s3.deleteObjects(r -> r.bucket(bucket).delete(d -> d.objects(some).quiet(true)));
      if (answer.hasErrors()) {
        var first = answer.errors().getFirst();
        throw new IllegalStateException(
            "%d objects were not deleted: %s".formatted(answer.errors().size(), first.message()));
      }
    }
  }

  @Override
  public Listing list(String prefix, String after, int limit) {
    var page =
        s3.listObjectsV2(
            r ->
                r.bucket(bucket)
                    .prefix(prefix)
                    .delimiter("/")
                    .startAfter(after.isEmpty() ? null : after)
                    .maxKeys(limit));
    return new Listing(
        page.contents().stream().map(S3Object::key).toList(),
        page.commonPrefixes().stream().map(CommonPrefix::prefix).toList(),
        Boolean.TRUE.equals(page.isTruncated()));
  }

  @Override
  public ObjectPage objects(String prefix, String after, int limit) {
    var page =
        s3.listObjectsV2(
            r ->
                r.bucket(bucket)
                    .prefix(prefix)
                    .startAfter(after.isEmpty() ? null : after)
                    .maxKeys(limit));
    return new ObjectPage(
        page.contents().stream().map(S3ObjectStore::stored).toList(),
        Boolean.TRUE.equals(page.isTruncated()));
  }

  private static StoredObject stored(S3Object object) {
    return new StoredObject(
        object.key(), unquoted(object.eTag()), object.size(), object.lastModified());
  }

  @Override
  public List<String> keys(String prefix) {
    return s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private static String quoted(String etag) {
    return '"' + etag + '"';
  }

  private static String unquoted(String etag) {
    return etag.replace("\"", "");
  }
}
