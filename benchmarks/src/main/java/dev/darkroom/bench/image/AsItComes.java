package dev.darkroom.bench.image;

import dev.darkroom.bench.contender.Serving;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;

/**
 * Runs Thumbnailator as its first example does: from the file to each size, in the file's format.
 * It writes no WebP and thus makes half of the others' outputs.
 */
final class AsItComes {
  private static final int[] INSIDE = {1920, 1024, 512};
  private static final int COVER = 160;
  private static final double QUALITY = 0.82;

  private AsItComes() {}

  public static void main(String[] args) throws Exception {
    Serving.serve(AsItComes::process);
  }

  private static long process(byte[] picture) throws IOException {
    long bytes = 0;
    for (int edge : INSIDE) {
      bytes += length(of(picture).size(edge, edge));
    }
    return bytes + length(of(picture).size(COVER, COVER).crop(Positions.CENTER));
  }

  private static Thumbnails.Builder<? extends InputStream> of(byte[] picture) {
    return Thumbnails.of(new ByteArrayInputStream(picture));
  }

  private static long length(Thumbnails.Builder<? extends InputStream> builder) throws IOException {
    var out = new ByteArrayOutputStream();
    builder.outputQuality(QUALITY).toOutputStream(out);
    return out.size();
  }
}
