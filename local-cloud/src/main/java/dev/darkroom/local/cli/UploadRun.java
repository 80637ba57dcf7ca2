package dev.darkroom.local.cli;

import dev.darkroom.local.cli.Result.Completed;
import dev.darkroom.local.cli.Result.Failed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Sends files, a few at a time, and waits for their results. */
final class UploadRun {
  /** Files sent at once, enough to keep the network and the workers busy. */
  private static final int AT_ONCE = 4;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final MediaApi api;
  private final Progress progress;
  private final Duration patience;
  private final Semaphore sending = new Semaphore(AT_ONCE);

  UploadRun(MediaApi api, Progress progress) {
    this(api, progress, Duration.ofMinutes(15));
  }

  /**
   * @param patience maximum time to wait for a file's result after it was sent
   */
  UploadRun(MediaApi api, Progress progress, Duration patience) {
    this.api = api;
    this.progress = progress;
    this.patience = patience;
  }

  /** Uploads the files. Returns whether all of them were completed. */
  boolean upload(List<Path> files) throws InterruptedException, IOException {
    long total = 0;
    for (var file : files) {
      total += Files.size(file);
    }
    progress.begin(files.size(), total);
    var results = new ArrayList<Future<Result>>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var file : files) {
        results.add(executor.submit(() -> uploadOne(file)));
      }
    }
    progress.end();
    return results.stream().map(UploadRun::get).allMatch(Completed.class::isInstance);
  }

  private Result uploadOne(Path file) throws InterruptedException {
    var result = sendAndAwait(file);
    progress.finished(file, result);
    return result;
  }

  private Result sendAndAwait(Path file) throws InterruptedException {
    try {
      var sent = send(file);
      return switch (sent) {
        case MediaApi.Sent.Accepted(var id) -> await(id);
        case MediaApi.Sent.Refused(var code, var message) -> new Failed(code, message);
      };
    } catch (IOException unreachable) {
      return new Failed("not-sent", String.valueOf(unreachable.getMessage()));
    }
  }

  private MediaApi.Sent send(Path file) throws IOException, InterruptedException {
    sending.acquire();
    try {
      return api.send(file, progress::sent);
    } finally {
      sending.release();
    }
  }

  private Result await(String id) throws IOException, InterruptedException {
    var deadline = Instant.now().plus(patience);
    while (Instant.now().isBefore(deadline)) {
      var result = api.result(id);
      if (result.isPresent()) {
        return result.get();
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
    return new Failed("still-waiting", "no result yet, look at /media/" + id + " later");
  }

  private static Result get(Future<Result> result) {
    try {
      return result.get();
    } catch (ExecutionException | InterruptedException fault) {
      return new Failed("not-sent", String.valueOf(fault.getMessage()));
    }
  }
}
