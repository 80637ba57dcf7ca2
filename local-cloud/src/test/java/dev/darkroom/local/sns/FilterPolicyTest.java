package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPolicyTest {

  private static final Map<String, MessageAttribute> ATTRIBUTES =
      Map.of(
          "status", new MessageAttribute("String", "completed"),
          "file", new MessageAttribute("String", "Größe \"1\".JPG"),
          "width", new MessageAttribute("Number", "1920"),
          "seconds", new MessageAttribute("Number", "3.015e2"),
          "tags", new MessageAttribute("String.Array", "[\"rugby\", \"baseball\", true, null, 7]"),
          "bytes", new MessageAttribute("Binary", "AAAA"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | true",
        "{\"status\":[\"completed\"]} | true",
        "{\"status\":[\"failed\",\"completed\"]} | true",
        "{\"status\":[\"Completed\"]} | false",
        "{\"status\":[\"completed\"],\"width\":[1]} | false",
        "{\"status\":[{\"prefix\":\"comp\"}]} | true",
        "{\"file\":[{\"suffix\":\".JPG\"}]} | true",
        "{\"file\":[\"Größe \\\"1\\\".JPG\"]} | true",
        "{\"file\":[{\"prefix\":\"Grö\"}]} | true",
        "{\"status\":[{\"equals-ignore-case\":\"COMPLETED\"}]} | true",
        "{\"status\":[{\"anything-but\":\"completed\"}]} | false",
        "{\"status\":[{\"anything-but\":[\"failed\",\"queued\"]}]} | true",
        "{\"status\":[{\"anything-but\":{\"prefix\":\"comp\"}}]} | false",
        "{\"status\":[{\"anything-but\":{\"suffix\":\"comp\"}}]} | true",
        "{\"absent\":[{\"anything-but\":\"x\"}]} | false",
        "{\"width\":[1920]} | true",
        "{\"width\":[\"1920\"]} | false",
        "{\"width\":[{\"numeric\":[\">\",0,\"<=\",1920]}]} | true",
        "{\"width\":[{\"numeric\":[\"<\",1920]}]} | false",
        "{\"seconds\":[{\"numeric\":[\"=\",301.5]}]} | true",
        "{\"status\":[{\"exists\":true}]} | true",
        "{\"status\":[{\"exists\":false}]} | false",
        "{\"absent\":[{\"exists\":false}]} | true",
        "{\"bytes\":[{\"exists\":true}]} | false",
        "{\"tags\":[\"baseball\"]} | true",
        "{\"tags\":[\"tennis\"]} | false",
        "{\"tags\":[{\"anything-but\":[\"rugby\",\"tennis\"]}]} | true",
        "{\"tags\":[true]} | true",
        "{\"tags\":[false]} | false",
        "{\"tags\":[null]} | true",
        "{\"tags\":[7]} | true",
        "{\"$or\":[{\"status\":[\"failed\"]},{\"width\":[1920]}]} | true",
        "{\"$or\":[{\"status\":[\"failed\"]},{\"width\":[1]}]} | false",
      })
  void attributesAreMatchedAsSnsMatchesThem(String policy, boolean wanted) {
    FilterPolicy filter = new FilterPolicy(policy, FilterPolicy.ATTRIBUTES);
    filter.check();

    assertThat(filter.accepts(message("text", ATTRIBUTES), Protocol.SQS)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"status\":[\"completed\"]} | true",
        "{\"media\":{\"width\":[{\"numeric\":[\">=\",1000]}]}} | true",
        "{\"media\":{\"width\":[{\"numeric\":[\"<\",1000]}]}} | false",
        "{\"media\":{\"hdr\":[false]}} | true",
        "{\"error\":[null]} | true",
        "{\"renditions\":{\"name\":[\"thumb\"]}} | true",
        "{\"renditions\":{\"name\":[\"thumb\"],\"width\":[1920]}} | false",
        "{\"media\":{\"$or\":[{\"width\":[1]},{\"height\":[2]}]}} | true",
      })
  void theBodyIsMatchedDownToNestedProperties(String policy, boolean wanted) {
    String body =
        """
        {"status": "completed", "error": null, "media": {"width": 4000, "height": 2, "hdr": false},
         "renditions": [{"name": "thumb", "width": 160}, {"name": "large", "width": 1920}]}
        """;
    FilterPolicy filter = new FilterPolicy(policy, FilterPolicy.BODY);
    filter.check();

    assertThat(filter.accepts(message(body, Map.of()), Protocol.SQS)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain text", "[1]", "\"status\"", "", "{}"})
  void aBodyThatIsNoJsonObjectIsWantedByNoPolicy(String body) {
    assertThat(
            new FilterPolicy("{\"a\":[{\"exists\":false}]}", FilterPolicy.BODY)
                .accepts(message(body, Map.of()), Protocol.SQS))
        .isFalse();
  }

  @Test
  void aMessageWithoutAttributesIsWantedByNoPolicyOnAttributes() {
    assertThat(
            new FilterPolicy("{\"a\":[{\"exists\":false}]}", FilterPolicy.ATTRIBUTES)
                .accepts(message("m", Map.of()), Protocol.SQS))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "[]",
        "null",
        "{\"a\":\"x\"}",
        "{\"a\":[]}",
        "{\"a\":[[1]]}",
        "{\"a\":[{\"foo\":1}]}",
        "{\"a\":[{\"numeric\":[\">\",\"x\"]}]}",
        "{\"a\":[{\"prefix\":5}]}",
        "{\"a\":[{\"exists\":\"yes\"}]}",
        "{\"a\":[1]} x",
        "{\"a\":[1],\"a\":[2]}",
        "{\"a\":{\"b\":[1]}}",
        "{\"$or\":[{\"a\":[1]}]}",
        "{\"$or\":[{\"a\":[1]},{\"b\":{\"c\":[1]}}]}",
        "{\"a\":[1],\"b\":[1],\"c\":[1],\"d\":[1],\"e\":[1],\"f\":[1]}",
        "{\"a\":[1,2,3,4,5,6],\"b\":[1,2,3,4,5],\"c\":[1,2,3,4,5,6]}",
      })
  void policiesThatSnsWouldNotTakeAreRefused(String policy) {
    assertThatThrownBy(() -> new FilterPolicy(policy, FilterPolicy.ATTRIBUTES).check())
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMETER))
        .hasMessageStartingWith("Invalid parameter: FilterPolicy");
  }

  @Test
  void depthCountsAsMuchAsValues() {
    String policy = "{\"a\":{\"b\":{\"c\":[1,2,3,4,5,6,7,8,9,10]}},\"d\":[1,2,3,4,5%s]}";

    new FilterPolicy(policy.formatted(""), FilterPolicy.BODY).check();
    assertThatThrownBy(() -> new FilterPolicy(policy.formatted(",6"), FilterPolicy.BODY).check())
        .hasMessageContaining("too complex");
  }

  private static Message message(String body, Map<String, MessageAttribute> attributes) {
    return new Message("id", "topic", null, body, Map.of(), attributes, "2026-01-01T00:00:00.000Z");
  }
}
