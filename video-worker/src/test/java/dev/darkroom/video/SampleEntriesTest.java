package dev.darkroom.video;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rendition;
import dev.darkroom.fixtures.Ffmpeg;
import dev.darkroom.stage.job.SampleJob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each keyframe is decoded with the sample entry that its sample names. */
class SampleEntriesTest {
  private static final String PICTURE = "-f lavfi -i testsrc2=size=320x180:duration=2 -g 12 ";

  @TempDir private Path folder;

  @Test
  void picturesOfASecondEntryComeOutLikeThoseOfAnOnlyOne() throws Exception {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
    byte[] plain = made("plain.mp4", PICTURE + "-c:v libx264 -bf 0 -coder 0");
    byte[] other = made("other.mp4", PICTURE + "-c:v libx264 -bf 0 -coder 1");

    byte[] second = withEntryBefore(plain, entry(other));

    Map<String, byte[]> pictures = pictures(plain);
    assertThat(pictures).containsKeys("poster.jpg", "storyboard.jpg", "preview.webp");
    assertThat(pictures(second)).containsExactlyInAnyOrderEntriesOf(pictures);
  }

  private byte[] made(String name, String arguments) throws Exception {
    return Files.readAllBytes(Ffmpeg.make(folder.resolve(name), arguments));
  }

  private static byte[] entry(byte[] file) {
    int at = at(file, "stsd") + 12;
    return Arrays.copyOfRange(file, at, at + ByteBuffer.wrap(file).getInt(at));
  }

  /** Inserts a sample entry before the only one, to which all samples keep belonging. */
  private static byte[] withEntryBefore(byte[] file, byte[] entry) {
    ByteBuffer bytes = ByteBuffer.wrap(file.clone());
    for (String type : List.of("moov", "trak", "mdia", "minf", "stbl", "stsd")) {
      int size = at(file, type) - 4;
      bytes.putInt(size, bytes.getInt(size) + entry.length);
    }
    int entries = at(file, "stsd") + 8;
    bytes.putInt(entries, 2);
    int chunks = at(file, "stsc") + 8;
    for (int i = 0; i < bytes.getInt(chunks); i++) {
      bytes.putInt(chunks + 4 + 12 * i + 8, 2);
    }
    var out = new ByteArrayOutputStream();
    out.write(bytes.array(), 0, entries + 4);
    out.writeBytes(entry);
    out.write(bytes.array(), entries + 4, file.length - entries - 4);
    return out.toByteArray();
  }

  private static int at(byte[] file, String type) {
    return new String(file, ISO_8859_1).indexOf(type);
  }

  private static Map<String, byte[]> pictures(byte[] file) throws Exception {
    var harness = new PipelineHarness();
    var outcome = (Outcome.Completed) harness.process("video.mp4", file);
    return outcome.renditions().stream()
        .map(Rendition::key)
        .distinct()
        .filter(key -> key.endsWith(".jpg") || key.endsWith(".webp"))
        .collect(
            Collectors.toMap(
                SampleJob::plainName,
                key -> {
                  try {
                    return harness.stored(key);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
  }
}
