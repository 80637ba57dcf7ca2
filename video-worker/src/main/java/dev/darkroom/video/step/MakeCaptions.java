package dev.darkroom.video.step;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.OutOfTime;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Telemetry;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.job.Progress;
import dev.darkroom.video.caption.CaptionTrack;
import dev.darkroom.video.caption.CueReader;
import dev.darkroom.video.picture.OutputFile;
import dev.darkroom.video.read.RangedOriginal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * Makes {@code captions}, with the language in the name, like {@code captions-de}: a WebVTT file of
 * each track with captions.
 */
public final class MakeCaptions {
  private static final String NAME = "captions";
  private static final int MAX_TRACKS = 16;

  private final Mp4Limits limits;

  public MakeCaptions(Mp4Limits limits) {
    this.limits = limits;
  }

  /**
   * @throws IOException if trying again may help
   */
  public Progress<VideoOutputs> make(VideoOutputs made) throws IOException {
    return new Progress.At<>(made.plus(outputs(made.video())));
  }

  private List<Output> outputs(Probed video) throws IOException {
    var outputs = new ArrayList<Output>();
    try {
      if (CaptionTrack.of(video.movie()).isEmpty()) {
        return List.of();
      }
      List<CaptionTrack> found = CaptionTrack.of(video.whole(limits));
      RangedOriginal source = video.original().scattered();
      Map<String, Integer> names = new HashMap<>();
      for (CaptionTrack captions : found.subList(0, Math.min(found.size(), MAX_TRACKS))) {
        if (!Telemetry.isIn(captions.track(), source)) {
          add(captions, video, source, names, outputs);
        }
      }
    } catch (Malformed e) {
      outputs.add(Output.unavailable(NAME, Rejections.corrupt(e)));
    } catch (TimeoutException | OutOfTime e) {
      outputs.add(Output.tookTooLong(NAME));
    }
    return outputs;
  }

  /**
   * @param names how often each name was given
   */
  private static void add(
      CaptionTrack captions,
      Probed video,
      RangedOriginal source,
      Map<String, Integer> names,
      List<Output> outputs)
      throws IOException, TimeoutException {
    String language = captions.language().isEmpty() ? "" : "-" + captions.language();
    if (!CueReader.reads(captions)) {
      outputs.add(
          Output.unavailable(
              NAME + language,
              Rejection.of(
                  ErrorCode.UNSUPPORTED_FORMAT,
                  "Captions of " + captions.entry() + " are not read.")));
      return;
    }
    String text = CueReader.read(captions, source, video.budget());
    if (!text.isEmpty()) {
      int number = names.merge(NAME + language, 1, Integer::sum);
      String name = NAME + language + (number == 1 ? "" : "-" + number);
      outputs.add(new Output.Ready(OutputFile.text(name, "vtt", "text/vtt", text)));
    }
  }
}
