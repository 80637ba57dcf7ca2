package dev.darkroom.engine.ffmpeg;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.Tool;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** The keyframes of an MP4, found as the video worker finds them. */
record KeyframeFile(CodecSetup setup, List<byte[]> frames) {

  static KeyframeFile read(Path path) throws IOException, Malformed {
    byte[] file = Files.readAllBytes(path);
    Movie movie = Mp4Reader.read(Mp4Source.of(file), Mp4Limits.DEFAULT);
    Track track = movie.video().orElseThrow();
    SampleEntry entry = Objects.requireNonNull(track.entry());
    FrameCodec codec = FrameCodec.of(entry.format()).orElseThrow();
    var frames = new ArrayList<byte[]>();
    SampleCursor cursor = track.samples().cursor();
    for (Sample sample = cursor.next(); sample != null; sample = cursor.next()) {
      if (sample.keyframe()) {
        int at = (int) sample.offset();
        frames.add(Arrays.copyOfRange(file, at, at + sample.size()));
      }
    }
    byte[] configuration =
        Objects.requireNonNull(entry.configurations().get(codec.configurationType()));
    return new KeyframeFile(
        new CodecSetup(codec, configuration, entry.width(), entry.height()), frames);
  }

  /** Decodes a whole file with ffmpeg and returns its keyframes, plane after plane. */
  static byte[] reference(Path path, String format) throws Exception {
    return Tool.needed("ffmpeg")
        .run(
            "-v",
            "error",
            "-i",
            path.toString(),
            "-an",
            "-vf",
            "select=key",
            "-fps_mode",
            "passthrough",
            "-pix_fmt",
            format,
            "-f",
            "rawvideo",
            "-");
  }

  KeyframeFile with(List<byte[]> others) {
    return new KeyframeFile(setup, others);
  }

  /** Repeats the frames. */
  KeyframeFile times(int count) {
    return with(Collections.nCopies(count, frames).stream().flatMap(List::stream).toList());
  }

  FrameSource source() {
    Iterator<byte[]> all = frames.iterator();
    return () -> all.hasNext() ? all.next() : null;
  }
}
