package dev.darkroom.local.s3;

import com.google.common.collect.ConcurrentHashMultiset;
import com.google.common.collect.Multiset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Removes from listings what S3 does not list.
 *
 * <p>The filesystem store writes an object to {@code {key}-{UUID}} in its final folder, then
 * renames it. Its listings show such files, those that a killed process left, and folders without
 * objects.
 */
final class UnfinishedUploads extends ForwardingBlobStore {
  private static final Pattern TEMPORARY =
      Pattern.compile("(?<key>.+)-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** Extended attribute that the store gives to every finished object. */
  private static final String ETAG = "user.content-md5";

  private final Path objects;
  private final Multiset<String> running = ConcurrentHashMultiset.create();

  UnfinishedUploads(BlobStore store, Path objects) {
    super(store);
    this.objects = objects;
  }

  /**
   * Deletes the files that a killed process left.
   *
   * @param interrupted writes that were not finished, as {@code bucket/key}
   */
  static void sweep(Path objects, Set<String> interrupted) throws IOException {
    try (var files = Files.walk(objects)) {
      for (var file : (Iterable<Path>) files::iterator) {
        var name = TEMPORARY.matcher(objects.relativize(file).toString());
        if (name.matches() && (!hasEtag(file) || interrupted.contains(name.group("key")))) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    return running(request.bucket(), request.key(), () -> super.putBlob(request, payload));
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    return running(
        request.destinationBucket(), request.destinationKey(), () -> super.copyBlob(request));
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    return running(
        upload.containerName(),
        upload.blobName(),
        () -> super.completeMultipartUpload(upload, request));
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    var page = super.list(request);
    return page.toBuilder()
        .contents(
            page.contents().stream().filter(object -> finished(request.bucket(), object)).toList())
        .commonPrefixes(
            page.commonPrefixes().stream()
                .filter(prefix -> occupied(request.bucket(), prefix))
                .toList())
        .build();
  }

  private <T> T running(String bucket, String key, Supplier<T> write) {
    var path = bucket + "/" + key;
    running.add(path);
    try {
      return write.get();
    } finally {
      running.remove(path);
    }
  }

  private boolean finished(String bucket, S3Object object) {
    var path = bucket + "/" + object.key();
    return !TEMPORARY.matcher(path).matches()
        || (object.eTag() != null && !isRunning(path) && blobExists(bucket, object.key()));
  }

  private boolean occupied(String bucket, CommonPrefix prefix) {
    try (var files = Files.walk(objects.resolve(bucket).resolve(prefix.prefix()))) {
      return files.anyMatch(
          file -> hasEtag(file) && !isRunning(objects.relativize(file).toString()));
    } catch (IOException | UncheckedIOException e) {
      // It was removed meanwhile.
      return false;
    }
  }

  private boolean isRunning(String path) {
    var name = TEMPORARY.matcher(path);
    return name.matches() && running.contains(name.group("key"));
  }

  private static boolean hasEtag(Path file) {
    try {
      return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class)
          .list()
          .contains(ETAG);
    } catch (IOException e) {
      // It was moved or removed meanwhile.
      return false;
    }
  }
}
