package dev.darkroom.stream;

import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import java.util.List;

/** Facts about a video that has little to tell. */
final class SampleVideo {
  static final Media MEDIA =
      Media.video(
          MediaFormat.MOV, 4, 3, new Media.Video(8_000L, 0, 30.0, null, null, 2, List.of()));

  private SampleVideo() {}
}
