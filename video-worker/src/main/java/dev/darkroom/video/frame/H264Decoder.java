package dev.darkroom.video.frame;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.h264.AvcConfig;
import dev.darkroom.codec.h264.NalUnit;
import dev.darkroom.codec.h264.SliceHeader;
import dev.darkroom.codec.h264.Sps;
import dev.darkroom.codec.h264.Vui;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.picture.ColorSpace;
import dev.darkroom.codec.picture.Plane;
import dev.darkroom.codec.picture.YuvFrame;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.batch.Deadline;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Decodes H.264 pictures all of whose slices are intra-coded. */
final class H264Decoder implements FrameDecoder {
  private static final int UNSPECIFIED = 2;

  private final AvcConfig config;
  private final SampleEntry entry;
  private final FrameLimits limits;

  H264Decoder(AvcConfig config, SampleEntry entry, FrameLimits limits) {
    this.config = config;
    this.entry = entry;
    this.limits = limits;
  }

  @Override
  public FrameResult decode(ByteReader sample, boolean draft, Deadline budget)
      throws TimeoutException {
    try {
      List<NalUnit> units = NalUnit.split(sample, config.lengthSize());
      return decode(units, config.with(units), draft, budget);
    } catch (Malformed e) {
      return new FrameResult.Damaged(e.reason());
    }
  }

  private FrameResult decode(List<NalUnit> units, AvcConfig sets, boolean draft, Deadline budget)
      throws Malformed, TimeoutException {
    IntraPicture picture = null;
    for (NalUnit unit : units) {
      if (unit.type() == NalUnit.SLICE_PARTITION_A) {
        return unsupported("data partitioning");
      }
      if (unit.type() != NalUnit.SLICE && unit.type() != NalUnit.IDR_SLICE) {
        continue;
      }
      SliceHeader slice = SliceHeader.parse(unit, sets);
      FrameResult.Unsupported obstacle = obstacle(slice);
      if (obstacle != null) {
        return obstacle;
      }
      if (picture == null) {
        picture = new IntraPicture(slice.sps());
      }
      switch (picture.add(slice, unit.payload(), budget)) {
        case OK -> {}
        case DAMAGED -> {
          return new FrameResult.Damaged("slice data that cannot be decoded");
        }
        case UNCOMPRESSED -> {
          return unsupported("uncompressed macroblocks");
        }
      }
    }
    if (picture == null || !picture.isComplete()) {
      return new FrameResult.Damaged("a picture of which slices are missing");
    }
    return new FrameResult.Frame(frame(picture.sps(), picture.finish(draft)));
  }

  private FrameResult.@Nullable Unsupported obstacle(SliceHeader slice) {
    Sps sps = slice.sps();
    if (sps.bitDepth() > 8) {
      return unsupported(sps.bitDepth() + " bits a sample");
    }
    if (sps.chromaFormat() != 1) {
      return unsupported(
          switch (sps.chromaFormat()) {
            case 0 -> "no chroma (4:0:0)";
            case 2 -> "4:2:2 chroma";
            default -> "4:4:4 chroma";
          });
    }
    if (sps.lossless()) {
      return unsupported("lossless coding");
    }
    if (slice.field() || sps.mbaff()) {
      return unsupported(slice.field() ? "interlaced fields" : "interlaced macroblocks (MBAFF)");
    }
    if (slice.pps().sliceGroups() > 1) {
      return unsupported("flexible macroblock ordering");
    }
    if (!slice.intra()) {
      return unsupported("keyframes that need other frames");
    }
    if (!limits.allow(sps.codedWidth(), sps.codedHeight())) {
      return new FrameResult.Unsupported(
          new Rejection(
              ErrorCode.TOO_MANY_PIXELS,
              "A frame has %d×%d; up to %d×%d can be decoded here."
                  .formatted(
                      sps.codedWidth(), sps.codedHeight(), limits.edge(), limits.edge() * 9 / 16)));
    }
    return null;
  }

  private static FrameResult.Unsupported unsupported(String feature) {
    return new FrameResult.Unsupported(
        new Rejection(
            ErrorCode.UNSUPPORTED_FORMAT, "H.264 with " + feature + " cannot be decoded here."));
  }

  private YuvFrame frame(Sps sps, List<Plane> planes) {
    Sps.Crop crop = sps.crop();
    ShownSize shown = ShownSize.of(entry, sps);
    return new YuvFrame(
        planes.get(0),
        planes.get(1),
        planes.get(2),
        new YuvFrame.Window(crop.left(), crop.top(), shown.width(), shown.height()),
        color(sps),
        sps.vui().chromaCentered());
  }

  /** Trusts the codec's own color information, and the container's only where there is none. */
  private ColorSpace color(Sps sps) {
    Vui vui = sps.vui();
    int matrix = vui.matrix();
    SampleEntry.Color container = entry.color();
    if (matrix == UNSPECIFIED && container != null) {
      matrix = container.matrix();
    }
    boolean full =
        vui.fullRange() || (container != null && Boolean.TRUE.equals(container.fullRange()));
    return ColorSpace.of(matrix, full, sps.width(), sps.height());
  }
}
