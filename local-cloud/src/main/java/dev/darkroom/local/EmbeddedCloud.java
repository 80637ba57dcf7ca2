package dev.darkroom.local;

import dev.darkroom.local.account.LocalAccount;
import dev.darkroom.local.provision.CloudAccess;
import dev.darkroom.local.s3.LocalS3;
import dev.darkroom.local.sns.LocalSns;
import dev.darkroom.local.sns.MailDelivery;
import dev.darkroom.local.sqs.LocalSqs;
import java.io.IOException;
import java.net.URI;

/** Starts S3, SQS and SNS in this process. */
final class EmbeddedCloud {
  private EmbeddedCloud() {}

  /** Starts the services, SQS first because the other two deliver to it. */
  static CloudAccess start(Options options, DataFolder data, Closing closing) throws IOException {
    var sqs = closing.add(LocalSqs.start(data.of("sqs"), options.port(Ports.SQS)));
    var queues = closing.add(at(sqs.endpoint(), sqs.endpoint(), sqs.endpoint()).sqsClient());
    var s3 =
        closing.add(LocalS3.start(data.of("s3"), options.port(Ports.S3), queues, options.faults()));
    var mail =
        options
            .smtp()
            .map(smtp -> MailDelivery.smtp(smtp.host(), smtp.port()))
            .orElseGet(() -> MailDelivery.folder(data.mail()));
    var sns = closing.add(LocalSns.start(data.of("sns"), options.port(Ports.SNS), queues, mail));
    return at(s3.endpoint(), sqs.endpoint(), sns.endpoint());
  }

  private static CloudAccess at(URI s3, URI sqs, URI sns) {
    return new CloudAccess(
        s3, sqs, sns, LocalAccount.REGION, LocalAccount.ACCESS_KEY, LocalAccount.SECRET_KEY);
  }
}
