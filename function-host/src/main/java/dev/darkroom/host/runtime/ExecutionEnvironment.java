package dev.darkroom.host.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.host.loopback.LoopbackServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A process of a function from start to end, which handles one event at a time. */
final class ExecutionEnvironment {

  /** Interval between two looks at the memory, each of which reads a file for every thread. */
  private static final Duration MEMORY_SAMPLING = Duration.ofMillis(250);

  private static final long BYTES_PER_MIB = 1024 * 1024;

  private final FunctionSpec spec;
  private final Conversation conversation;
  private final LoopbackServer api;
  private final Process process;
  private final Path temporaryFolder;
  private final Optional<AotCache.Recording> recording;
  private final MemoryProbe memory;
  private final CompletableFuture<Exit> exit;
  private volatile long peakBytes;
  private volatile boolean outOfMemory;
  private volatile boolean retiring;
  private volatile boolean killed;
  private volatile Instant lastUsed = Instant.now();

  private ExecutionEnvironment(
      FunctionSpec spec,
      Conversation conversation,
      LoopbackServer api,
      Launcher.Launched launched) {
    this.spec = spec;
    this.conversation = conversation;
    this.api = api;
    this.process = launched.process();
    this.temporaryFolder = launched.temporaryFolder();
    this.recording = launched.recording();
    this.memory = new MemoryProbe(process.pid());
    this.exit = process.onExit().thenApply(ended -> new Exit(ended.exitValue(), outOfMemory));
  }

  /**
   * Starts a process.
   *
   * @param output takes the lines that the process prints
   */
  static ExecutionEnvironment start(FunctionSpec spec, Launcher launcher, Consumer<String> output)
      throws IOException {
    var conversation = new Conversation();
    LoopbackServer api = RuntimeApi.open(conversation, FunctionArn.of(spec));
    try {
      var environment =
          new ExecutionEnvironment(
              spec, conversation, api, launcher.launch("127.0.0.1:" + api.port()));
      environment.watch(output);
      return environment;
    } catch (IOException | RuntimeException e) {
      api.close();
      throw e;
    }
  }

  private void watch(Consumer<String> output) {
    // A platform thread, because reading from a pipe would block a virtual thread's carrier.
    Thread.ofPlatform().daemon().name(spec.name() + "-output").start(() -> passOn(output));
    Thread.ofVirtual().name(spec.name() + "-memory").start(this::limitMemory);
    var _ = exit.thenRun(this::cleanUp);
  }

  private void passOn(Consumer<String> output) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      // While it writes the cache, the JVM prints a line for every class.
      reader.lines().filter(line -> !retiring).forEach(output);
    } catch (IOException | UncheckedIOException e) {
      // The pipe broke because the process was killed, which is reported elsewhere.
    }
  }

  private void limitMemory() {
    try {
      while (!process.waitFor(MEMORY_SAMPLING.toMillis(), TimeUnit.MILLISECONDS)) {
        if (!retiring && isAtWork() && exceedsMemory()) {
          outOfMemory = true;
          kill();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it starts or has an event. A process that waits for an event does not grow. */
  private boolean isAtWork() {
    return !conversation.init().isDone() || conversation.currentRequestId() != null;
  }

  private boolean exceedsMemory() {
    peakBytes = Math.max(peakBytes, memory.peakBytes());
    return peakBytes > spec.memoryMiB() * BYTES_PER_MIB;
  }

  private void cleanUp() {
    conversation.end();
    api.close();
    try {
      Folders.delete(temporaryFolder);
      if (isRecording()) {
        recording.orElseThrow().abandon();
      }
    } catch (IOException e) {
      // A child that outlives it may still write there. The folder's name is never used again.
    }
  }

  /** Waits for the runtime to ask for its first event. Returns empty after the limit. */
  Optional<Conversation.Init> awaitInit(Duration limit, String requestId)
      throws InterruptedException {
    CompletableFuture<Object> first = CompletableFuture.anyOf(conversation.init(), exit);
    return within(limit, first)
        .map(
            happened ->
                happened instanceof Conversation.Init init
                    ? init
                    : new Conversation.Init.Failed(((Exit) happened).during(requestId)));
  }

  /**
   * Gives the function an event, and waits until it answers, the process ends or the deadline
   * passes. {@link #isFree()} tells whether the process can be used again.
   *
   * @return the result; empty if the deadline passed
   */
  Optional<InvocationResult> handle(Invocation invocation) throws InterruptedException {
    Turn turn = conversation.begin(invocation);
    Optional<Object> first =
        within(untilDeadline(invocation), CompletableFuture.anyOf(turn.answer(), exit));
    if (turn.answer().isDone()) {
      within(untilDeadline(invocation), CompletableFuture.anyOf(turn.over(), exit));
    }
    exceedsMemory();
    lastUsed = Instant.now();
    return turn.answer().isDone()
        ? Optional.of(turn.answer().resultNow())
        : first.map(happened -> ((Exit) happened).during(invocation.requestId()));
  }

  private static Duration untilDeadline(Invocation invocation) {
    return Duration.between(Instant.now(), invocation.deadline());
  }

  private static <T> Optional<T> within(Duration limit, CompletableFuture<T> future)
      throws InterruptedException {
    try {
      return Optional.of(future.get(Math.max(limit.toNanos(), 0), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("these futures are only completed with values", e);
    }
  }

  /** Whether it can get an event: it is alive, has none, and has not exceeded its memory. */
  boolean isFree() {
    return process.isAlive()
        && conversation.currentRequestId() == null
        && peakBytes <= spec.memoryMiB() * BYTES_PER_MIB;
  }

  /** Kills the process and its children at once. Lambda gives runtimes no time either. */
  void kill() {
    killed = true;
    var children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  /** Whether it records an AOT cache for later processes. */
  boolean isRecording() {
    return recording.isPresent() && !retiring;
  }

  /**
   * Asks the process to exit, so that it writes the cache it recorded. The memory that this takes
   * does not count against the function's limit.
   */
  void retire(Duration limit) {
    retiring = true;
    // By its handle, because Process.destroy also closes standard input, which tells the process
    // that the host has died.
    process.toHandle().destroy();
    var _ =
        exit.copy()
            .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((ended, tooLong) -> settle(tooLong == null));
  }

  private void settle(boolean ended) {
    AotCache.Recording made = recording.orElseThrow();
    try {
      if (ended && !killed) {
        made.finish();
      } else {
        kill();
        made.abandon();
      }
    } catch (IOException e) {
      // Without a cache, later processes only start more slowly.
    }
  }

  /** Waits for the end of a killed process. */
  void awaitEnd() {
    exit.join();
  }

  CompletableFuture<Exit> exit() {
    return exit;
  }

  Instant lastUsed() {
    return lastUsed;
  }

  /** Peak memory so far, in MiB rounded up; 0 if unknown. */
  long peakMiB() {
    return Math.ceilDiv(peakBytes, BYTES_PER_MIB);
  }

  ProcessView view() {
    String requestId = conversation.currentRequestId();
    String state = conversation.init().isDone() ? "idle" : "starting";
    return new ProcessView(process.pid(), requestId == null ? state : "busy", requestId);
  }
}
