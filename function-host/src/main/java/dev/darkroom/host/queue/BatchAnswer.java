package dev.darkroom.host.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.HashSet;
import java.util.Set;

/**
 * A function's answer to a batch ("Implementing partial batch responses" in the AWS Lambda
 * developer guide).
 */
sealed interface BatchAnswer {

  /** All messages but these were handled. */
  record Failures(Set<String> messageIds) implements BatchAnswer {
    public Failures {
      messageIds = Set.copyOf(messageIds);
    }
  }

  /** The answer cannot be read, so the whole batch counts as failed. */
  record Malformed(String reason) implements BatchAnswer {}

  /**
   * Reads an answer.
   *
   * @param payload what the function returned
   * @param messageIds ids of the batch's messages
   */
  static BatchAnswer read(String payload, Set<String> messageIds) {
    JsonNode answer;
    try {
      answer = Reader.JSON.readTree(payload);
    } catch (JsonProcessingException e) {
      return new Malformed("the answer is not JSON");
    }
    if (answer.isMissingNode() || answer.isNull()) {
      return new Failures(Set.of());
    }
    if (!answer.isObject()) {
      return new Malformed("the answer is not an object");
    }
    JsonNode failures = answer.path("batchItemFailures");
    if (failures.isMissingNode() || failures.isNull()) {
      return new Failures(Set.of());
    }
    if (!failures.isArray()) {
      return new Malformed("batchItemFailures is not a list");
    }
    return read(failures, messageIds);
  }

  private static BatchAnswer read(JsonNode failures, Set<String> messageIds) {
    var failed = new HashSet<String>();
    for (JsonNode failure : failures) {
      JsonNode identifier = failure.path("itemIdentifier");
      if (!identifier.isTextual() || identifier.textValue().isEmpty()) {
        return new Malformed("a batchItemFailure has no itemIdentifier");
      }
      if (!messageIds.contains(identifier.textValue())) {
        return new Malformed(
            "itemIdentifier %s is not of this batch".formatted(identifier.textValue()));
      }
      failed.add(identifier.textValue());
    }
    return new Failures(failed);
  }

  /** Reads one JSON value, and refuses trailing tokens. */
  final class Reader {
    private static final ObjectReader JSON =
        new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Reader() {}
  }
}
