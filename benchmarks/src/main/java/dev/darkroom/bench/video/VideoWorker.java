package dev.darkroom.bench.video;

import dev.darkroom.bench.contender.Child;
import dev.darkroom.bench.contender.JavaCommand;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Outcome;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.Processor;
import dev.darkroom.stage.job.SampleJob;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.S3ObjectStore;
import dev.darkroom.video.VideoPipeline;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs Darkroom's video worker with its defaults. These make more than is compared: the poster in
 * four sizes and two formats, a moving preview, a placeholder.
 */
final class VideoWorker {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int WARM_ROUNDS = 4;
  private static final Pattern READ = Pattern.compile("read (\\d+) bytes in (\\d+) requests");

  private VideoWorker() {}

  /**
   * @param args the number of runs
   */
  public static void main(String[] args) throws Exception {
    try (var bucket = new BenchBucket()) {
      var store = new CountingStore(new S3ObjectStore(bucket.s3(), BenchBucket.NAME));
      Processor pipeline = VideoPipeline.withDefaults(store);
      for (int i = 0; i < Integer.parseInt(args[0]); i++) {
        process(pipeline, store);
      }
    }
  }

  private static void process(Processor pipeline, CountingStore store) throws Exception {
    ObjectInfo info = store.head(BenchBucket.KEY).orElseThrow();
    OriginalKey key = OriginalKey.parse(BenchBucket.KEY).orElseThrow();
    store.reset();
    Outcome outcome =
        pipeline.process(SampleJob.of(key, info.etag(), info.size(), Deadline.after(LIMIT)));
    if (!(outcome instanceof Outcome.Completed)) {
      throw new IllegalStateException(outcome.toString());
    }
    System.err.printf("read %d bytes in %d requests%n", store.bytes(), store.requests());
  }

  /** Measures a video in a fresh process, and one more in a process that is running. */
  static List<Cost> measure() throws IOException, InterruptedException {
    Cost fresh = run("darkroom, fresh process", 1);
    Cost many = run("darkroom, warm", 1 + WARM_ROUNDS);
    return List.of(
        new Cost(
            many.name(),
            many.cpu().minus(fresh.cpu()).dividedBy(WARM_ROUNDS),
            many.wall().minus(fresh.wall()).dividedBy(WARM_ROUNDS),
            many.bytes(),
            many.requests(),
            many.peakMemory()),
        fresh);
  }

  private static Cost run(String name, int times) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Child child = Child.run(JavaCommand.of(VideoWorker.class, List.of(), String.valueOf(times)));
    Matcher read = READ.matcher(child.errors());
    if (!read.find()) {
      throw new IOException(child.errors());
    }
    return new Cost(
        name,
        child.cpu(),
        Duration.ofNanos(System.nanoTime() - start),
        Long.parseLong(read.group(1)),
        Long.parseLong(read.group(2)),
        child.peakMemory());
  }
}
