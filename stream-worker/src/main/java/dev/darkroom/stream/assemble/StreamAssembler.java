package dev.darkroom.stream.assemble;

import dev.darkroom.codec.Malformed;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Rendition;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamPlan.Rung;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.OutputKeys;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.stream.Contents;
import dev.darkroom.stage.stream.WorkFolder;
import dev.darkroom.stream.read.SourceReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Assembles streams: a file for each rung, all at once, so that every part is read once; the
 * playlists; and, if browsers do not play the original, a video that they do.
 */
public final class StreamAssembler implements Assembler {
  static final String FILE_TYPE = "video/mp4";

  private static final String VIDEO = "video";

  private final ObjectStore store;

  public StreamAssembler(ObjectStore store) {
    this.store = store;
  }

  @Override
  public Assembled assemble(
      StreamPlan plan, WorkFolder work, OutputKeys outputs, Manifest draft, Deadline deadline)
      throws IOException, InterruptedException, TimeoutException {
    var reader = new SourceReader(store, plan);
    SoundPart part = plan.codesSound() ? soundPart(work) : null;
    SoundFrames sound = sound(plan, reader, part);
    List<String> keys =
        plan.rungs().stream().map(rung -> outputs.keyOfUnknown(rung.name(), "mp4")).toList();
    var joining = new Joining(store, plan, work, reader, sound, deadline);
    Joining.Joined joined = joining.join(keys);
    var renditions =
        new ArrayList<>(new StreamPlaylists(store, outputs).store(plan, draft, keys, joined));
    if (plan.replacesVideo()) {
      renditions.add(video(plan.rungs().getFirst(), outputs, keys.getFirst(), joined));
    }
    long soundMillis = part == null ? 0 : part.codingMillis();
    return new Assembled(renditions, joined.codingMillis() + soundMillis);
  }

  private SoundPart soundPart(WorkFolder work) throws IOException {
    String key = work.key(Contents.part(new StreamTask.Sound()));
    return switch (store.openLatest(key)) {
      case Read.Gone() -> throw new FileNotFoundException(key + " is not there any more");
      case Read.Opened opened -> {
        try (opened) {
          yield SoundPart.parse(opened.body().readAllBytes());
        }
      }
    };
  }

  private static @Nullable SoundFrames sound(
      StreamPlan plan, SourceReader reader, @Nullable SoundPart part) throws IOException {
    StreamPlan.Sound sound = plan.sound();
    if (sound == null) {
      return null;
    }
    try {
      SoundFrames frames =
          part == null
              ? SoundFrames.copied(plan.source(), reader.input(sound.input()))
              : SoundFrames.coded(part.file(), new StoredSound(reader, part.file()));
      return frames.count() == 0 ? null : frames;
    } catch (Malformed e) {
      throw new IllegalStateException(
          "the sound's input or part was not written by this program", e);
    }
  }

  private Rendition video(Rung rung, OutputKeys outputs, String source, Joining.Joined joined)
      throws IOException {
    String key = outputs.keyOfUnknown(VIDEO, "mp4");
    long size = new PlainVideo(store).make(key, source, joined.files().getFirst(), joined.tracks());
    return new Rendition(VIDEO, key, FILE_TYPE, rung.width(), rung.height(), size);
  }
}
