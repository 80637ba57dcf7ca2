package dev.darkroom.local.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Uploads files, waits for their results, and prints them. */
@Command(
    name = "upload",
    customSynopsis = "./darkroom upload [--data DIR] FILE|DIR...",
    description = {
      "Uploads files, waits for their results, and prints them.",
      "Exits with 1 if a file was not completed.%n"
    })
public final class Upload implements Callable<Integer> {
  @Option(names = "--api", paramLabel = "URL", required = true, hidden = true)
  private URI api = URI.create("");

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "1..*",
      converter = ExistingPath.class,
      description = "Files, and folders to search for files. Hidden ones are left out.")
  private List<Path> paths = new ArrayList<>();

  /** Read by picocli alone. */
  @SuppressWarnings("UnusedVariable")
  @Option(names = "--help", usageHelp = true, description = "Show this help.")
  private boolean help;

  private Upload() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Upload());
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var progress = new Progress(System.out, onTerminal());
    try (var media = new MediaApi(api)) {
      var allCompleted = new UploadRun(media, progress).upload(files(paths));
      return allCompleted ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  /** The check is out of date: JDK 25 answers null again where there is no terminal. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean onTerminal() {
    var console = System.console();
    return console != null && console.isTerminal();
  }

  /** Lists the files, and those in the folders, without hidden ones such as {@code .DS_Store}. */
  static List<Path> files(List<Path> paths) throws IOException {
    var files = new ArrayList<Path>();
    for (var path : paths) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      try (var within = Files.walk(path)) {
        within
            .filter(Files::isRegularFile)
            .filter(file -> !hidden(path.relativize(file)))
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }

  private static boolean hidden(Path relative) {
    for (var name : relative) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static final class ExistingPath implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      var path = Path.of(text);
      if (Files.notExists(path)) {
        throw new TypeConversionException("there is no " + text);
      }
      return path;
    }
  }
}
