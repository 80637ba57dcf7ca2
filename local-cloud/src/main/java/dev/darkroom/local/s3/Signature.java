package dev.darkroom.local.s3;

import dev.darkroom.local.account.LocalAccount;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.auth.AwsSignature;
import org.gaul.s3proxy.auth.S3AuthorizationHeader;

/** Checks a request's AWS signature (version 4, in the Authorization header). */
final class Signature {
  private Signature() {}

  static boolean isValid(HttpServletRequest request, byte[] body) throws IOException {
    var header = request.getHeader("Authorization");
    if (header == null || !S3AuthorizationHeader.hasAwsScheme(header)) {
      return false;
    }
    try {
      var authorization = new S3AuthorizationHeader(header);
      return authorization.getAuthenticationType() == AuthenticationType.AWS_V4
          && authorization.getIdentity().equals(LocalAccount.ACCESS_KEY)
          && MessageDigest.isEqual(
              expected(request, authorization, body).getBytes(StandardCharsets.US_ASCII),
              authorization.getSignature().getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static String expected(
      HttpServletRequest request, S3AuthorizationHeader authorization, byte[] body)
      throws GeneralSecurityException, IOException {
    return AwsSignature.createAuthorizationSignatureV4(
            request,
            authorization,
            body,
            request.getRequestURI(),
            LocalAccount.SECRET_KEY,
            /* presignedUrl= */ false,
            /* pinnedHash= */ null,
            /* verifiedHash= */ null)
        .signature();
  }
}
