package dev.darkroom.stream.code;

import dev.darkroom.codec.mp4.Orientation;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamPlan.Picture;
import dev.darkroom.engine.ffmpeg.FrameRequest;
import dev.darkroom.engine.stream.SegmentRequest;
import dev.darkroom.engine.stream.SoundRequest;
import org.jspecify.annotations.Nullable;

/** Says in the engine's words what a plan asks for. */
final class Requests {
  private Requests() {}

  static SegmentRequest segment(StreamPlan plan, StreamPlan.Segment segment) {
    Picture picture = plan.picture();
    return new SegmentRequest(
        picture.timescale(),
        StreamPlan.LEAD_SECONDS * picture.timescale(),
        segment.length(),
        new Orientation(picture.rotation(), picture.mirrored()),
        picture.interlaced(),
        color(picture.color()),
        picture.frameRate(),
        plan.rungs().stream()
            .map(rung -> new FrameRequest.Size(rung.width(), rung.height()))
            .toList());
  }

  private static SampleEntry.@Nullable Color color(StreamPlan.@Nullable Color color) {
    return color == null
        ? null
        : new SampleEntry.Color(
            color.primaries(), color.transfer(), color.matrix(), color.fullRange());
  }

  static SoundRequest sound(StreamPlan.Sound sound) {
    return new SoundRequest(
        sound.timescale(),
        StreamPlan.LEAD_SECONDS * sound.timescale(),
        sound.channels(),
        sound.sampleRate(),
        sound.seconds());
  }
}
