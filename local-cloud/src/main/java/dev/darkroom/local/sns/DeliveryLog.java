package dev.darkroom.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.darkroom.local.disk.DurableFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records pending deliveries in an append-only file of JSON lines, each of which adds a delivery or
 * marks one as done. An addition is forced to disk before the publisher is answered. A mark is not
 * forced, because a delivery may be repeated.
 */
final class DeliveryLog implements AutoCloseable {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Entry(@Nullable Delivery add, @Nullable String done) {}

  /** Size in bytes below which the file is not rewritten. */
  private static final long SMALL = 4 << 20;

  private final Path file;
  private final Map<String, Delivery> pending;
  private FileChannel channel;
  private long rewriteAt;

  private DeliveryLog(Path file, Map<String, Delivery> pending) throws IOException {
    this.file = file;
    this.pending = pending;
    this.channel = rewrite();
  }

  static DeliveryLog open(Path file) throws IOException {
    Map<String, Delivery> pending = new LinkedHashMap<>();
    String text = Files.exists(file) ? Files.readString(file) : "";
    // An unfinished last line was being written when the process died, so it was not promised.
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      Entry entry = Json.MAPPER.readValue(line, Entry.class);
      if (entry.add() != null) {
        pending.put(entry.add().id(), entry.add());
      } else if (entry.done() != null) {
        pending.remove(entry.done());
      }
    }
    return new DeliveryLog(file, pending);
  }

  synchronized List<Delivery> pending() {
    return List.copyOf(pending.values());
  }

  /** Adds all deliveries, or none if it throws. */
  synchronized void add(Collection<? extends Delivery> deliveries) throws IOException {
    List<Entry> entries = new ArrayList<>();
    deliveries.forEach(delivery -> entries.add(new Entry(delivery, null)));
    long end = channel.size();
    try {
      DurableFile.writeFully(channel, lines(entries));
      channel.force(false);
    } catch (IOException e) {
      channel.truncate(end);
      throw e;
    }
    deliveries.forEach(delivery -> pending.put(delivery.id(), delivery));
  }

  synchronized void done(Delivery delivery) throws IOException {
    pending.remove(delivery.id());
    DurableFile.writeFully(channel, lines(List.of(new Entry(null, delivery.id()))));
    if (channel.size() > rewriteAt) {
      channel.close();
      channel = rewrite();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }

  private FileChannel rewrite() throws IOException {
    DurableFile.write(
        file, lines(pending.values().stream().map(delivery -> new Entry(delivery, null)).toList()));
    FileChannel rewritten = FileChannel.open(file, CREATE, APPEND);
    rewriteAt = Math.max(SMALL, 2 * rewritten.size());
    return rewritten;
  }

  private static byte[] lines(List<Entry> entries) {
    StringBuilder lines = new StringBuilder();
    entries.forEach(entry -> lines.append(Json.write(entry)).append('\n'));
    return lines.toString().getBytes(UTF_8);
  }
}
