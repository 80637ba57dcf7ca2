package dev.darkroom.image.step;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.contract.Rendition;
import dev.darkroom.image.encode.Encoder;
import dev.darkroom.image.encode.Encoders;
import dev.darkroom.image.rendition.Fit;
import dev.darkroom.image.rendition.Output;
import dev.darkroom.image.rendition.OutputFormat;
import dev.darkroom.image.rendition.Plan;
import dev.darkroom.image.rendition.RenditionSpec;
import dev.darkroom.image.rendition.Target;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resizes, encodes and stores all renditions, and reports the outcome. */
public final class Render {
  private final ObjectStore store;
  private final Encoders encoders;
  private final List<String> names;

  public Render(ObjectStore store, Encoders encoders, List<RenditionSpec> specs) {
    this.store = store;
    this.encoders = encoders;
    this.names = specs.stream().map(RenditionSpec::name).toList();
  }

  /**
   * Stores the renditions.
   *
   * @throws Exception if the store fails
   */
  public Outcome apply(Animations animations) throws Exception {
    Decoded picture = animations.still();
    var cascade = new Cascade(picture.plan(), picture.bitmap());
    var missing = new ArrayList<Missing>();
    picture.left().ifPresent(missing::add);
    animations.missing().ifPresent(missing::add);
    Bitmap smallest = picture.bitmap();
    try (var publishing = new Publishing()) {
      for (Map.Entry<Target, List<RenditionSpec>> entry : byTarget(picture.plan()).entrySet()) {
        Target target = entry.getKey();
        Bitmap bitmap = cascade.make(target);
        smallest = target.fit() == Fit.FIT ? bitmap : smallest;
        Files.of(entry.getValue(), bitmap.opaque())
            .forEach(
                (output, named) -> {
                  byte[] moving = animations.files().get(new Content(target, output));
                  Optional<Encoder> encoder = encoders.of(output.format());
                  if (encoder.isPresent()) {
                    var file = new Draft(picture.job(), named, output, bitmap, moving);
                    publishing.add(() -> publish(file, encoder.get()));
                  } else {
                    named.forEach(name -> missing.add(unwritable(name, output)));
                  }
                });
      }
      Placeholder placeholder = Placeholders.of(smallest);
      return new Outcome.Completed(
          picture.media(), placeholder, inOrder(publishing.await()), missing);
    }
  }

  /** Groups renditions of equal size and fit, largest first, so that each picture is made once. */
  private static Map<Target, List<RenditionSpec>> byTarget(Plan plan) {
    var targets = new LinkedHashMap<Target, List<RenditionSpec>>();
    for (Plan.Item item : plan.items()) {
      targets.computeIfAbsent(item.target(), _ -> new ArrayList<>()).add(item.spec());
    }
    return targets;
  }

  /**
   * A file to encode and store.
   *
   * @param names names of the renditions that share the file
   * @param moving the file's bytes, if it is an animation and finished already
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
  private record Draft(
      Job job, List<String> names, Output output, Bitmap bitmap, byte @Nullable [] moving) {}

  private List<Rendition> publish(Draft draft, Encoder encoder) {
    Bitmap bitmap = draft.bitmap();
    byte[] moving = draft.moving();
    byte[] file = moving == null ? encoder.encode(bitmap, draft.output().quality()) : moving;
    OutputFormat format = draft.output().format();
    String key = draft.job().outputs().key(draft.names().getFirst(), format.ending(), file);
    store.put(key, PutOptions.rendition(format.contentType()), file);
    return draft.names().stream()
        .map(
            name ->
                new Rendition(
                    name, key, format.contentType(), bitmap.width(), bitmap.height(), file.length))
        .toList();
  }

  private static Missing unwritable(String name, Output output) {
    return new Missing(
        name + "." + output.format().ending(),
        ErrorCode.UNSUPPORTED_FORMAT,
        "It cannot be written on this machine.");
  }

  /** Sorts renditions as configured; of one name the WebP comes first. */
  private List<Rendition> inOrder(List<Rendition> renditions) {
    return renditions.stream()
        .sorted(
            Comparator.comparingInt((Rendition rendition) -> names.indexOf(rendition.name()))
                .thenComparing(Rendition::contentType, Comparator.reverseOrder()))
        .toList();
  }
}
