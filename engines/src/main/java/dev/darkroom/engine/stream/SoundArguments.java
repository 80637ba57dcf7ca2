package dev.darkroom.engine.stream;

import java.util.ArrayList;
import java.util.List;

/** Builds the arguments by which ffmpeg codes a movie's sound. */
final class SoundArguments {
  /** Fragments of this length, in microseconds, are held in memory until they are written. */
  private static final int FRAGMENT_MICROS = 10_000_000;

  private SoundArguments() {}

  static List<String> of(SoundRequest request, EncoderSettings settings) {
    long lead = request.codedLead();
    var arguments = new ArrayList<String>();
    arguments.add("-copyts");
    arguments.addAll(List.of("-threads", "1", "-max_error_rate", "1"));
    arguments.addAll(List.of("-analyzeduration", "0", "-f", "mp4", "-i", "pipe:0"));
    arguments.addAll(List.of("-map", "0:a:0", "-filter_threads", "1"));
    arguments.addAll(List.of("-af", filters(request)));
    // ffmpeg's own encoder, which every build has.
    arguments.addAll(List.of("-c:a", "aac", "-b:a", bitrate(request, settings)));
    // The encoder's first frame only primes decoders, which do without it in a stream.
    arguments.addAll(List.of("-bsf:a", "noise=drop='lt(pts,%d)'".formatted(lead)));
    arguments.addAll(List.of("-map_metadata", "-1", "-fflags", "+bitexact"));
    arguments.addAll(SegmentArguments.ABSOLUTE_TIMES);
    arguments.addAll(List.of("-frag_duration", "" + FRAGMENT_MICROS));
    arguments.addAll(List.of("-movflags", SegmentArguments.FRAGMENTED, "-f", "mp4", "pipe:1"));
    return arguments;
  }

  /** Fills gaps with silence, cuts overlaps, and starts and ends with the movie. */
  private static String filters(SoundRequest request) {
    long lead = request.codedLead();
    // Twice, because its first time counts samples that go in, whose rate only the decoder knows.
    return "aresample=%d,".formatted(request.codedRate())
        + "aresample=async=1:min_hard_comp=0.01:first_pts=%d,".formatted(lead)
        + "aformat=sample_fmts=fltp:channel_layouts=stereo|mono,"
        + "atrim=start_pts=%d:end_pts=%d".formatted(lead, lead + request.codedLength());
  }

  private static String bitrate(SoundRequest request, EncoderSettings settings) {
    return settings.soundKbits() / (request.channels() == 1 ? 2 : 1) + "k";
  }
}
