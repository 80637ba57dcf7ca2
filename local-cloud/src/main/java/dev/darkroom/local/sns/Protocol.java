package dev.darkroom.local.sns;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.darkroom.host.loopback.Loopback;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;

/** Protocol of a subscription. */
enum Protocol {
  SQS("sqs", Retries.QUEUE),
  HTTP("http", Retries.HTTP),
  HTTPS("https", Retries.HTTP),
  EMAIL("email", Retries.MAIL);

  /** Name of the protocol in requests and in messages with several bodies. */
  final String wire;

  final Retries retries;

  Protocol(String wire, Retries retries) {
    this.wire = wire;
    this.retries = retries;
  }

  static Protocol of(String wire) {
    return Arrays.stream(values())
        .filter(protocol -> protocol.wire.equals(wire))
        .findFirst()
        .orElseThrow(
            () -> Refusal.invalidParameter("Does not support this protocol string: " + wire));
  }

  /** Whether the endpoint has to confirm. A queue belongs to the account that subscribes it. */
  boolean asksFirst() {
    return this != SQS;
  }

  boolean canBeRaw() {
    return this == SQS || this == HTTP || this == HTTPS;
  }

  void check(String endpoint) {
    switch (this) {
      case SQS -> {
        if (!Arns.isQueue(endpoint)) {
          throw Refusal.invalidParameter("SQS endpoint ARN");
        }
      }
      case HTTP, HTTPS -> checkUrl(endpoint);
      case EMAIL -> checkMailAddress(endpoint);
    }
  }

  private void checkUrl(String endpoint) {
    URI uri;
    try {
      uri = new URI(endpoint);
    } catch (URISyntaxException e) {
      throw Refusal.invalidParameter("Endpoint Reason: not a URL");
    }
    if (!wire.equals(uri.getScheme()) || uri.getHost() == null || uri.getRawUserInfo() != null) {
      throw Refusal.invalidParameter(
          "Endpoint Reason: must be a URL that begins with " + wire + ":// and names no user");
    }
    if (!Loopback.isName(uri.getHost())) {
      throw Refusal.invalidParameter(
          "Endpoint Reason: "
              + uri.getHost()
              + " is not on this machine; the local SNS delivers to loopback only, AWS delivers anywhere");
    }
  }

  private static void checkMailAddress(String endpoint) {
    try {
      new InternetAddress(endpoint, true).validate();
    } catch (AddressException e) {
      throw Refusal.invalidParameter("Email address");
    }
    if (endpoint.indexOf('@') < 0 || !US_ASCII.newEncoder().canEncode(endpoint)) {
      throw Refusal.invalidParameter("Email address");
    }
  }
}
