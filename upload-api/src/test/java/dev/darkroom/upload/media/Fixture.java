package dev.darkroom.upload.media;

import dev.darkroom.contract.Owner;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Originals;
import dev.darkroom.stage.stream.WorkFinder;
import dev.darkroom.upload.config.UploadLimits;
import dev.darkroom.upload.link.Presigner;
import dev.darkroom.upload.ticket.Tickets;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** A bucket, somebody who has uploads in it, and the parts that tell of them. */
final class Fixture {
  static final UploadLimits LIMITS =
      new UploadLimits(1000, 10, Duration.ofMinutes(15), Duration.ofHours(1));
  static final Clock CLOCK = Clock.fixed(Samples.NOW, ZoneOffset.UTC);

  final ObjectStore store;
  final Owner ada = Owner.ofSubject("ada");
  final Samples samples;
  final Originals originals;
  final Tickets tickets;
  final MediaFinder finder;

  Fixture() {
    this(new InMemoryObjectStore());
  }

  Fixture(ObjectStore store) {
    this.store = store;
    samples = new Samples(store, ada);
    originals = new Originals(store);
    tickets = new Tickets(store, LIMITS, CLOCK);
    finder = new MediaFinder(store, originals, tickets, new WorkFinder(store));
  }

  static Presigner presigner() {
    var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    S3Presigner s3 =
        S3Presigner.builder()
            .region(Region.EU_CENTRAL_1)
            .endpointOverride(URI.create("http://127.0.0.1:1"))
            .credentialsProvider(credentials)
            .build();
    return new Presigner(s3, "media", LIMITS);
  }
}
