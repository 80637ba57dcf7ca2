package dev.darkroom.image;

import dev.darkroom.contract.FileName;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Outcome.Completed;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.Rendition;
import dev.darkroom.image.step.Pictures;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.SampleJob;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** Runs the pipeline over a bucket in memory. */
final class Workplace {
  static final MediaId ID = new MediaId("7zzzzzzzzz0123456789abcdef");

  private final ObjectStore store;
  private final ImagePipeline pipeline;

  Workplace(Map<String, String> properties) {
    this(new InMemoryObjectStore(), properties);
  }

  Workplace(ObjectStore store, Map<String, String> properties) {
    this.store = store;
    this.pipeline = new ImagePipeline(store, ImageSettingsTest.settings(properties));
  }

  Workplace() {
    this(Map.of());
  }

  ObjectStore store() {
    return store;
  }

  Job upload(byte[] bytes) {
    OriginalKey key = OriginalKey.of(MediaKind.IMAGE, Owner.LOCAL, ID, new FileName("picture.jpg"));
    String etag = store.put(key.key(), PutOptions.rendition("image/jpeg"), bytes).etag();
    return SampleJob.of(key, etag, bytes.length, Deadline.after(Duration.ofMinutes(1)));
  }

  Outcome process(byte[] bytes) throws Exception {
    return process(upload(bytes));
  }

  Outcome process(Job job) throws Exception {
    return pipeline.process(job);
  }

  Completed complete(byte[] bytes) throws Exception {
    Outcome outcome = process(bytes);
    if (outcome instanceof Completed completed) {
      return completed;
    }
    throw new AssertionError(outcome);
  }

  /** Decodes the rendition that the JDK can read: the JPEG, or the PNG of a picture with alpha. */
  BufferedImage picture(Completed completed, String name) throws IOException {
    return Pictures.decode(bytes(plain(completed, name)));
  }

  static Rendition plain(Completed completed, String name) {
    return completed.renditions().stream()
        .filter(rendition -> rendition.name().equals(name))
        .filter(rendition -> !rendition.contentType().equals("image/webp"))
        .findFirst()
        .orElseThrow();
  }

  static Rendition webp(Completed completed, String name) {
    return completed.renditions().stream()
        .filter(rendition -> rendition.name().equals(name))
        .filter(rendition -> rendition.contentType().equals("image/webp"))
        .findFirst()
        .orElseThrow();
  }

  /** Returns what the manifest says about the picture. */
  static Media.Picture facts(Completed completed) {
    return Objects.requireNonNull(completed.media().picture());
  }

  byte[] bytes(Rendition rendition) throws IOException {
    try (var opened = (Read.Opened) store.openLatest(rendition.key())) {
      return opened.body().readAllBytes();
    }
  }
}
