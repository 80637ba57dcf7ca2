package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sns.model.Topic;

class TopicsTest {

  @TempDir Path folder;
  private SnsHarness harness;
  private SnsClient sns;

  @BeforeEach
  void start() throws IOException {
    harness = new SnsHarness(folder);
    sns = harness.client();
  }

  @AfterEach
  void stop() throws IOException {
    harness.close();
  }

  @Test
  void creatingATopicTwiceIsCreatingItOnce() {
    assertThat(harness.topic("media-completions"))
        .isEqualTo("arn:aws:sns:us-east-1:000000000000:media-completions");
    assertThat(harness.topic("media-completions"))
        .isEqualTo("arn:aws:sns:us-east-1:000000000000:media-completions");
    assertThat(sns.listTopics().topics()).hasSize(1);
  }

  @Test
  void moreTopicsThanAPageHoldsAreListedPageByPage() {
    for (int i = 0; i < 205; i++) {
      harness.topic("topic-" + i);
    }
    assertThat(sns.listTopics().topics()).hasSize(100);
    assertThat(sns.listTopicsPaginator().topics())
        .extracting(Topic::topicArn)
        .hasSize(205)
        .doesNotHaveDuplicates();
  }

  @Test
  void aTopicRemembersItsAttributesAndCountsItsSubscriptions() {
    String topic =
        sns.createTopic(r -> r.name("t").attributes(Map.of("DisplayName", "Dark & <room>")))
            .topicArn();
    harness.subscribeQueue(topic, "q", Map.of());
    harness.subscribe(topic, "email", "a@example.org", Map.of());
    sns.setTopicAttributes(
        r -> r.topicArn(topic).attributeName("KmsMasterKeyId").attributeValue("alias/aws/sns"));

    assertThat(sns.getTopicAttributes(r -> r.topicArn(topic)).attributes())
        .containsEntry("TopicArn", topic)
        .containsEntry("Owner", "000000000000")
        .containsEntry("DisplayName", "Dark & <room>")
        .containsEntry("KmsMasterKeyId", "alias/aws/sns")
        .containsEntry("SubscriptionsConfirmed", "1")
        .containsEntry("SubscriptionsPending", "1");
  }

  @Test
  void aDeletedTopicTakesItsSubscriptionsWithIt() {
    String topic = harness.topic("t");
    harness.subscribeQueue(topic, "q", Map.of());

    sns.deleteTopic(r -> r.topicArn(topic));
    sns.deleteTopic(r -> r.topicArn(topic));

    assertThat(sns.listTopics().topics()).isEmpty();
    assertThat(sns.listSubscriptions().subscriptions()).isEmpty();
    assertThatThrownBy(() -> sns.getTopicAttributes(r -> r.topicArn(topic)))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> sns.publish(r -> r.topicArn(topic).message("m")))
        .isInstanceOf(NotFoundException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "queue.fifo", "umläut", "a/b"})
  void namesThatSnsDoesNotTakeAreRefused(String name) {
    assertThatThrownBy(() -> harness.topic(name)).isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void anActionThatIsNotThereIsNamedInTheError() {
    assertThatThrownBy(() -> sns.listPlatformApplications())
        .isInstanceOfSatisfying(
            SnsException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidAction"))
        .hasMessageContaining("ListPlatformApplications");
  }
}
