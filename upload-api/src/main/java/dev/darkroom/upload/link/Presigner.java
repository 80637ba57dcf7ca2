package dev.darkroom.upload.link;

import dev.darkroom.contract.FileName;
import dev.darkroom.stage.store.OriginalName;
import dev.darkroom.upload.config.UploadLimits;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * Signs links into the bucket (Amazon S3 API Reference, "Authenticating Requests: Using Query
 * Parameters"). A link expires with the credentials that signed it, which in Lambda may be earlier
 * than the link says.
 */
public final class Presigner {
  /** HTTP clients set these themselves, and many do not allow to set them. */
  private static final Set<String> SENT_BY_ITSELF = Set.of("host", "content-length");

  private static final String UNDETECTED = "application/octet-stream";

  private final S3Presigner s3;
  private final String bucket;
  private final UploadLimits limits;

  public Presigner(S3Presigner s3, String bucket, UploadLimits limits) {
    this.s3 = s3;
    this.bucket = bucket;
    this.limits = limits;
  }

  /**
   * A PUT that S3 accepts once, and with exactly these properties.
   *
   * @param headers to be sent as they are
   */
  public record SignedPut(String url, Map<String, String> headers, Instant expiresAt) {
    public SignedPut {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * Signs a PUT of a new object.
   *
   * @param size in bytes; S3 refuses a body of any other length
   * @param sha256 in base64; S3 refuses a body with any other
   */
  public SignedPut put(
      String key, FileName name, String contentType, long size, @Nullable String sha256) {
    PresignedPutObjectRequest signed =
        s3.presignPutObject(
            presign ->
                presign
                    .signatureDuration(limits.uploadValidity())
                    .putObjectRequest(
                        put ->
                            put.bucket(bucket)
                                .key(key)
                                .contentType(contentType)
                                .contentLength(size)
                                .checksumSHA256(sha256)
                                .metadata(
                                    Map.of(OriginalName.METADATA_KEY, OriginalName.encode(name)))
                                .ifNoneMatch("*")));
    var headers = new LinkedHashMap<String, String>();
    signed
        .signedHeaders()
        .forEach(
            (header, values) -> {
              if (!SENT_BY_ITSELF.contains(header)) {
                headers.put(header, String.join(",", values));
              }
            });
    return new SignedPut(signed.url().toString(), headers, signed.expiration());
  }

  /**
   * Signs a link that shows the object.
   *
   * @param contentType type that S3 serves the object as, whatever type it was stored with: the
   *     uploader declared an original's, and a browser would run a script in an SVG
   */
  public String view(String key, String contentType) {
    return get(key, r -> r.responseContentType(contentType));
  }

  /**
   * Signs a link that saves the object under a name and never shows it in the bucket's origin.
   *
   * @param contentType as detected from the content; absent if it was not
   */
  public String download(String key, FileName name, @Nullable String contentType) {
    return get(
        key,
        r ->
            r.responseContentDisposition(Attachment.of(name))
                .responseContentType(contentType == null ? UNDETECTED : contentType));
  }

  /** The origin of all links: scheme, host and port, as browsers compare them. */
  public String origin() {
    URI link = URI.create(get("any", r -> {}));
    return link.getScheme() + "://" + link.getAuthority();
  }

  private String get(String key, Consumer<GetObjectRequest.Builder> more) {
    return s3.presignGetObject(
            presign ->
                presign
                    .signatureDuration(limits.linkValidity())
                    .getObjectRequest(
                        get -> {
                          get.bucket(bucket).key(key);
                          more.accept(get);
                        }))
        .url()
        .toString();
  }
}
