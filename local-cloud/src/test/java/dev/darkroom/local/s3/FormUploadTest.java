package dev.darkroom.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.local.account.LocalAccount;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.Event;

/** "Browser-based uploads using POST" of the S3 API reference. */
class FormUploadTest {
  private static final String BOUNDARY = "----darkroom";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @TempDir Path data;

  @Test
  void aFormWithinItsPolicyIsTakenAndToldOf() throws Exception {
    try (var cloud = Cloud.start(data)) {
      var bucket = cloud.bucket();
      var queue = cloud.notified(bucket, "", "", Event.S3_OBJECT_CREATED);
      var answer = post(cloud, bucket, "in/photo.jpg", "bytes");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
      var record = cloud.records(queue, 1).getFirst();
      assertThat(record.path("eventName").asText()).isEqualTo("ObjectCreated:Post");
      assertThat(record.at("/s3/object/key").asText()).isEqualTo("in/photo.jpg");
      assertThat(record.at("/s3/object/size").asLong()).isEqualTo(5);
    }
  }

  @Test
  void aFormOutsideItsPolicyIsRefused() throws Exception {
    try (var cloud = Cloud.start(data)) {
      var bucket = cloud.bucket();
      assertThat(post(cloud, bucket, "elsewhere/photo.jpg", "bytes").statusCode()).isEqualTo(403);
      assertThat(post(cloud, bucket, "in/photo.jpg", "x".repeat(100)).statusCode()).isEqualTo(400);
      assertThat(cloud.objects.listObjectsV2(request -> request.bucket(bucket)).contents())
          .isEmpty();
    }
  }

  private static HttpResponse<String> post(Cloud cloud, String bucket, String key, String file)
      throws Exception {
    var now = Instant.now();
    var time = TIME.format(now);
    var day = time.substring(0, 8);
    var credential =
        "%s/%s/%s/s3/aws4_request".formatted(LocalAccount.ACCESS_KEY, day, LocalAccount.REGION);
    var policy =
        """
        {"expiration": "%s", "conditions": [
          {"bucket": "%s"}, ["starts-with", "$key", "in/"], ["content-length-range", 1, 10],
          {"x-amz-algorithm": "AWS4-HMAC-SHA256"}, {"x-amz-credential": "%s"},
          {"x-amz-date": "%s"}]}
        """
            .formatted(
                now.plusSeconds(300).toString().replaceAll("\\..*Z", "Z"),
                bucket,
                credential,
                time);
    var encoded = Base64.getEncoder().encodeToString(policy.getBytes(StandardCharsets.UTF_8));
    var fields = new LinkedHashMap<String, String>();
    fields.put("key", key);
    fields.put("policy", encoded);
    fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
    fields.put("x-amz-credential", credential);
    fields.put("x-amz-date", time);
    fields.put("x-amz-signature", HexFormat.of().formatHex(hmac(signingKey(day), encoded)));
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(cloud.s3.endpoint() + "/" + bucket))
              .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
              .POST(BodyPublishers.ofString(body(fields, file)))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static String body(Map<String, String> fields, String file) {
    var body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append("--" + BOUNDARY + "\r\n")
                .append("Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
    return body.append("--" + BOUNDARY + "\r\n")
        .append("Content-Disposition: form-data; name=\"file\"; filename=\"photo.jpg\"\r\n")
        .append("Content-Type: image/jpeg\r\n\r\n")
        .append(file)
        .append("\r\n--" + BOUNDARY + "--\r\n")
        .toString();
  }

  private static byte[] signingKey(String day) throws GeneralSecurityException {
    var key = ("AWS4" + LocalAccount.SECRET_KEY).getBytes(StandardCharsets.UTF_8);
    for (var part : new String[] {day, LocalAccount.REGION, "s3", "aws4_request"}) {
      key = hmac(key, part);
    }
    return key;
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }
}
