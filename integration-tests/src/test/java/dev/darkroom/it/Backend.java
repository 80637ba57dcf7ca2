package dev.darkroom.it;

import static org.junit.jupiter.api.Assumptions.abort;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** What a test uses in place of AWS. The functions and the host that runs them are the same. */
enum Backend {
  /** Darkroom's own local cloud, which is always available. */
  EMBEDDED {
    @Override
    Optional<URI> endpoint() {
      return Optional.empty();
    }
  },

  /** Another local cloud, so that classes which need no other backend keep nobody waiting. */
  SECOND {
    @Override
    Optional<URI> endpoint() {
      return Optional.empty();
    }
  },

  /** LocalStack in a container, if a Docker engine answers and has or can pull the image. */
  LOCALSTACK {
    @Override
    Optional<URI> endpoint() {
      if (!DockerClientFactory.instance().isDockerAvailable()) {
        return skipped("no Docker engine answers; with one running, Testcontainers starts it");
      }
      var container =
          new LocalStackContainer(
                  DockerImageName.parse(LOCALSTACK_IMAGE)
                      .asCompatibleSubstituteFor("localstack/localstack"))
              .withServices("s3", "sqs", "sns");
      try {
        container.start();
      } catch (RuntimeException e) {
        return skipped("the image " + LOCALSTACK_IMAGE + " does not start: " + e.getMessage());
      }
      return Optional.of(container.getEndpoint());
    }
  },

  /** An emulator of the caller's choice, or AWS itself. */
  ENDPOINT {
    @Override
    Optional<URI> endpoint() {
      String endpoint = System.getenv("DARKROOM_ENDPOINT");
      return endpoint == null
          ? skipped("DARKROOM_ENDPOINT is not set; with a URL of S3, SQS and SNS in it, this runs")
          : Optional.of(URI.create(endpoint));
    }
  };

  private static final String LOCALSTACK_IMAGE =
      Optional.ofNullable(System.getenv("LOCALSTACK_IMAGE")).orElse("localstack/localstack:4.13.1");

  private static final ConcurrentMap<Backend, Running> RUNNING = new ConcurrentHashMap<>();

  private record Running(@Nullable Darkroom darkroom, @Nullable RuntimeException failed) {}

  /**
   * Returns the address of S3, SQS and SNS; empty for the local cloud. Skips the test if the
   * backend is not available.
   */
  abstract Optional<URI> endpoint();

  /**
   * Returns the Darkroom that all tests on this backend share. The first call starts it; if that
   * fails, or the backend is not available, it is not tried again.
   */
  Darkroom darkroom() {
    Running running = RUNNING.computeIfAbsent(this, Backend::start);
    if (running.darkroom == null) {
      throw Objects.requireNonNull(running.failed);
    }
    return running.darkroom;
  }

  private static Running start(Backend backend) {
    try {
      var darkroom = Darkroom.start(backend.endpoint());
      Runtime.getRuntime().addShutdownHook(new Thread(darkroom::close));
      return new Running(darkroom, null);
    } catch (RuntimeException e) {
      return new Running(null, e);
    }
  }

  private static Optional<URI> skipped(String why) {
    return abort(why);
  }
}
