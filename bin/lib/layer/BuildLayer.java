import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the zip of a Lambda layer that holds {@code bin/ffmpeg}, which Lambda unpacks to {@code
 * /opt/bin/ffmpeg}, and prints the commands that publish and use it.
 *
 * <p>Started as {@code java bin/lib/layer/BuildLayer.java [--arch x86_64|arm64] [--from FILE]
 * [--out FILE]}, with the project's root in {@code DARKROOM_ROOT}. The zip appears whole or not at
 * all. Ends with 0, with 1 if no layer can be made, with 2 if the arguments are wrong.
 */
final class BuildLayer {
  /** Limits of the page "Lambda quotas" in the AWS Lambda developer guide, in bytes. */
  private static final long MAX_UNPACKED = 250L << 20;

  private static final long MAX_DIRECT_UPLOAD = 50L << 20;

  private BuildLayer() {}

  public static void main(String[] arguments) throws InterruptedException {
    try {
      build(Options.parse(List.of(arguments)));
    } catch (Refusal refusal) {
      System.err.println("darkroom: " + refusal.getMessage());
      System.exit(refusal.exitCode());
    } catch (IOException e) {
      System.err.println("darkroom: no layer was made: " + e);
      System.exit(1);
    }
  }

  private static void build(Options options) throws IOException, InterruptedException, Refusal {
    Path out = options.out().toAbsolutePath();
    if (Files.isDirectory(out)) {
      throw Refusal.of("%s is a folder; --out names the zip", options.out());
    }
    if (options.from().isPresent()) {
      check(options.from().get());
    }
    Files.createDirectories(out.getParent());
    Path scratch = Files.createTempDirectory(out.getParent(), ".engine-layer");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(scratch)));

    // A person's file keeps its name, by which messages call it.
    Path from = options.from().orElse(Path.of("ffmpeg"));
    Path program = scratch.resolve(from.getFileName());
    if (options.from().isPresent()) {
      Files.copy(from, program);
    } else {
      new Wheel(options.architecture()).extract(scratch, program);
    }
    if (!program.toFile().setExecutable(true)) {
      throw new IOException(program + " cannot be made executable");
    }
    Elf.read(program).checkRunsOnLambda(options.architecture());
    if (options.architecture().isHere()) {
      Answer.of(program).print();
    } else {
      System.out.printf(
          "%s: not tried, as this machine does not run programs for %s%n",
          program.getFileName(), options.architecture());
    }

    Path zip = scratch.resolve(program.getFileName() + ".zip");
    LayerZip.write(program, zip);
    Files.move(zip, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f MB, %.1f MB unpacked%n",
        options.out(),
        Files.size(out) / 1e6,
        Files.size(program) / 1e6);
    printNextSteps(options, Files.size(out));
  }

  private static void check(Path from) throws IOException, Refusal {
    if (!Files.isRegularFile(from) || !Files.isReadable(from)) {
      throw Refusal.of("%s is not a file that can be read", from);
    }
    if (Files.size(from) > MAX_UNPACKED) {
      throw Refusal.of(
          "%s has %d MB; a function with its layers may have %d",
          from, Files.size(from) >> 20, MAX_UNPACKED >> 20);
    }
  }

  private static void printNextSteps(Options options, long size) {
    String zip = options.out().toString();
    String content = "--zip-file fileb://" + zip;
    System.out.println();
    if (size > MAX_DIRECT_UPLOAD) {
      System.out.println("The zip is too large to be uploaded directly, so through a bucket:");
      System.out.printf("  aws s3 cp %s s3://BUCKET/engine-layer.zip%n", zip);
      content = "--content S3Bucket=BUCKET,S3Key=engine-layer.zip";
    }
    System.out.printf(
        """
        This ffmpeg is a program of its own, under its own license, in a layer of your making; it is no part of
        Darkroom. Publish the layer and give its ARN to the template:
          aws lambda publish-layer-version --layer-name darkroom-engine --compatible-architectures %1$s \\
            %2$s --query LayerVersionArn --output text
          sam deploy … --parameter-overrides Architecture=%1$s EngineLayer=ARN
        """,
        options.architecture(), content);
  }

  private static void delete(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      System.err.println("darkroom: " + folder + " could not be deleted: " + e);
    }
  }

  /**
   * What the caller asked for.
   *
   * @param from a program to take instead of the one that pip downloads
   */
  private record Options(Architecture architecture, Optional<Path> from, Path out) {
    static Options parse(List<String> arguments) throws Refusal {
      Architecture architecture = Architecture.X86_64;
      Optional<Path> from = Optional.empty();
      Optional<Path> out = Optional.empty();
      for (int i = 0; i < arguments.size(); i += 2) {
        String option = arguments.get(i);
        if (!List.of("--arch", "--from", "--out").contains(option)) {
          throw Refusal.ofUsage(
              "unknown option %s; build engine-layer knows --arch x86_64|arm64, --from FILE, --out"
                  + " FILE",
              option);
        }
        if (i + 1 == arguments.size()) {
          throw Refusal.ofUsage("%s needs a value", option);
        }
        String value = arguments.get(i + 1);
        switch (option) {
          case "--arch" -> architecture = Architecture.parse(value);
          case "--from" -> from = Optional.of(Path.of(value));
          default -> out = Optional.of(Path.of(value));
        }
      }
      return new Options(
          architecture,
          from,
          out.orElse(
              Path.of(
                  System.getenv("DARKROOM_ROOT"),
                  "target",
                  "engine-layer-" + architecture + ".zip")));
    }
  }
}
