import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an ffmpeg says of itself when it is run.
 *
 * @param version its first line, without the copyright
 * @param options those it was configured with, which decide its license
 * @param encoder that makes H.264
 */
record Answer(String version, String options, String encoder) {
  private static final int PATIENCE_SECONDS = 60;
  private static final int MAX_OUTPUT = 1 << 20;
  private static final Pattern VERSION = Pattern.compile("\\A(ffmpeg version \\S+)");
  private static final Pattern OPTIONS = Pattern.compile("(?m)^ *configuration: (.*)$");
  private static final Pattern ENCODER = Pattern.compile("(?m)^ *V\\S* (libx264|libopenh264) ");

  static Answer of(Path program) throws IOException, InterruptedException, Refusal {
    String about = run(program, "-version");
    Matcher version = VERSION.matcher(about);
    if (!version.find()) {
      throw Refusal.of(
          "%s does not answer -version as an ffmpeg: %s",
          program.getFileName(), about.lines().findFirst().orElse("nothing"));
    }
    Matcher options = OPTIONS.matcher(about);
    Matcher encoder = ENCODER.matcher(run(program, "-hide_banner", "-encoders"));
    return new Answer(
        version.group(1),
        options.find() ? options.group(1) : "",
        encoder.find() ? encoder.group(1) : "");
  }

  private static String run(Path program, String... arguments)
      throws IOException, InterruptedException, Refusal {
    var command = new ArrayList<String>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw Refusal.of("%s cannot be run: %s", program.getFileName(), e.getMessage());
    }
    CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
    process.getOutputStream().close();
    byte[] bytes = process.getInputStream().readNBytes(MAX_OUTPUT);
    String output = new String(bytes, StandardCharsets.UTF_8);
    if (bytes.length == MAX_OUTPUT) {
      process.destroyForcibly();
    }
    if (process.waitFor() != 0) {
      throw Refusal.of(
          "%s %s ended with %d: %s",
          program.getFileName(),
          arguments[0],
          process.exitValue(),
          output.lines().findFirst().orElse(""));
    }
    return output;
  }

  void print() {
    System.out.printf("%s, %s%n", version, license());
    System.out.println(
        encoder.isEmpty()
            ? "It has neither libx264 nor libopenh264: it decodes, and no video is coded anew."
            : "It codes H.264 with " + encoder + ".");
  }

  /** Names the license that its own options give it (ffmpeg's file LICENSE.md). */
  private String license() {
    if (options.contains("--enable-nonfree")) {
      return "which by its options must not be passed on to others";
    }
    String kind = options.contains("--enable-gpl") ? "GPL" : "LGPL";
    return "licensed under the "
        + kind
        + (options.contains("--enable-version3")
            ? " version 3"
            : kind.equals("GPL") ? " version 2" : " version 2.1")
        + " or later";
  }
}
