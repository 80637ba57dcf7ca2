package dev.darkroom.video.plan;

import dev.darkroom.contract.OutputName;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamPlan.Slice;
import dev.darkroom.stage.store.Assembly;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Write;
import dev.darkroom.stage.stream.StreamInput;
import dev.darkroom.stage.stream.WorkFolder;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the inputs of a plan, one after the other, and stores them as one object. */
final class InputsObject {
  private static final int PART = 8 << 20;

  private final int limit;
  private final MessageDigest digest = sha256();
  private final List<byte[]> inputs = new ArrayList<>();
  private long total;

  /**
   * @param limit most bytes that are kept in memory
   */
  InputsObject(int limit) {
    this.limit = limit;
  }

  /** Adds an input. Returns where it will lie, null if there is no room left. */
  @Nullable Slice add(StreamInput input) {
    byte[] bytes = input.toBytes();
    if (total + bytes.length > limit) {
      return null;
    }
    digest.update(bytes);
    inputs.add(bytes);
    var slice = new Slice(total, bytes.length);
    total += bytes.length;
    return slice;
  }

  /**
   * Stores the object in a work folder, named by its content: an attempt that comes to other inputs
   * writes another object.
   *
   * @return where it is
   */
  StreamPlan.Source store(ObjectStore store, WorkFolder work) {
    String key = work.key("inputs-" + OutputName.content(digest.digest()));
    PutOptions options = PutOptions.binary();
    if (total <= PART) {
      Write.Written written = store.put(key, options, joined(inputs));
      return new StreamPlan.Source(key, written.etag(), total);
    }
    try (Assembly assembly = store.assemble(key, options)) {
      var part = new ByteArrayOutputStream();
      for (byte[] input : inputs) {
        part.writeBytes(input);
        if (part.size() >= PART) {
          assembly.add(part.toByteArray());
          part.reset();
        }
      }
      if (part.size() > 0) {
        assembly.add(part.toByteArray());
      }
      return new StreamPlan.Source(key, assembly.complete().etag(), total);
    }
  }

  private static byte[] joined(List<byte[]> inputs) {
    var all = new ByteArrayOutputStream();
    inputs.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
