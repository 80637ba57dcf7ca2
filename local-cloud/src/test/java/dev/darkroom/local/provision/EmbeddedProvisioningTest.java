package dev.darkroom.local.provision;

import dev.darkroom.local.account.LocalAccount;
import dev.darkroom.local.s3.LocalS3;
import dev.darkroom.local.sns.LocalSns;
import dev.darkroom.local.sns.MailDelivery;
import dev.darkroom.local.sqs.LocalSqs;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The services of this module, one set for all tests, as other endpoints are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EmbeddedProvisioningTest extends ProvisioningContract {
  private LocalSqs sqs;
  private SqsClient queues;
  private LocalS3 s3;
  private LocalSns sns;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    sqs = LocalSqs.start(folder.resolve("sqs"), 0);
    queues = at(sqs.endpoint(), sqs.endpoint(), sqs.endpoint()).sqsClient();
    s3 = LocalS3.start(folder.resolve("s3"), 0, queues, List.of());
    sns =
        LocalSns.start(
            folder.resolve("sns"), 0, queues, MailDelivery.folder(folder.resolve("mail")));
  }

  @AfterAll
  void stop() throws Exception {
    sns.close();
    s3.close();
    queues.close();
    sqs.close();
  }

  @Override
  CloudAccess cloud() {
    return at(s3.endpoint(), sqs.endpoint(), sns.endpoint());
  }

  @Override
  String stackName() {
    return "darkroom";
  }

  private static CloudAccess at(URI s3, URI sqs, URI sns) {
    return new CloudAccess(
        s3, sqs, sns, LocalAccount.REGION, LocalAccount.ACCESS_KEY, LocalAccount.SECRET_KEY);
  }
}
