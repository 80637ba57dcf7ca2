package dev.darkroom.local;

import dev.darkroom.infra.Subscription;
import dev.darkroom.local.provision.ProvisionedStack;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sns.SnsClient;

/** Confirms the stack's own subscription by the link in the mail that asks for it. */
final class MailReader {
  private static final Pattern TOKEN =
      Pattern.compile("Action=ConfirmSubscription\\S*[&]Token=([A-Za-z0-9-]+)");

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String PENDING = "PendingConfirmation";

  private final Path folder;
  private final SnsClient sns;

  MailReader(Path folder, SnsClient sns) {
    this.folder = folder;
    this.sns = sns;
  }

  void confirm(List<Subscription> subscriptions, ProvisionedStack stack) throws IOException {
    for (var subscription : subscriptions) {
      if (subscription.protocol().equals("email")) {
        confirm(stack.topic(subscription.topic()), subscription.endpoint());
      }
    }
  }

  private void confirm(String topic, String address) throws IOException {
    var deadline = Instant.now().plus(PATIENCE);
    while (pending(topic, address) && Instant.now().isBefore(deadline)) {
      var token = token(address);
      if (token.isPresent()) {
        sns.confirmSubscription(request -> request.topicArn(topic).token(token.get()));
      } else {
        pause();
      }
    }
  }

  private boolean pending(String topic, String address) {
    return sns
        .listSubscriptionsByTopicPaginator(request -> request.topicArn(topic))
        .subscriptions()
        .stream()
        .anyMatch(it -> it.endpoint().equals(address) && it.subscriptionArn().equals(PENDING));
  }

  /** Finds the token in the newest mail that asks the address for a confirmation. */
  private Optional<String> token(String address) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        var token = token(file, address);
        if (token.isPresent()) {
          return token;
        }
      }
      return Optional.empty();
    } catch (NoSuchFileException noMailYet) {
      return Optional.empty();
    }
  }

  private static Optional<String> token(Path file, String address) throws IOException {
    try (var content = Files.newInputStream(file)) {
      var mail = new MimeMessage(Session.getInstance(new Properties()), content);
      // A mail that is still being written has no header yet.
      String to = mail.getHeader("To", ",");
      if (to == null || !to.contains(address)) {
        return Optional.empty();
      }
      var link = TOKEN.matcher(mail.getContent().toString());
      return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    } catch (MessagingException notAMail) {
      return Optional.empty();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(20));
    } catch (InterruptedException stopped) {
      throw new IllegalStateException("stopped while waiting for a mail", stopped);
    }
  }
}
