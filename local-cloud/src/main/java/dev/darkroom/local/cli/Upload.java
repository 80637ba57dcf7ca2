package dev.darkroom.local.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Uploads files, waits for them, and prints what came out. */
public final class Upload {
  private static final int SOME_FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private Upload() {}

  /**
   * @param arguments the API's URL, then files and folders
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var paths = List.of(arguments).stream().skip(1).map(Path::of).toList();
    var missing = paths.stream().filter(Files::notExists).toList();
    if (paths.isEmpty() || !missing.isEmpty()) {
      missing.forEach(path -> System.err.println("there is no " + path));
      System.exit(WRONG_USAGE);
    }
    var progress = new Progress(System.out, onTerminal());
    boolean allCompleted;
    try (var api = new MediaApi(URI.create(arguments[0]))) {
      allCompleted = new UploadRun(api, progress).upload(files(paths));
    }
    System.exit(allCompleted ? 0 : SOME_FAILED);
  }

  /** The check is out of date: JDK 25 answers null again where there is no terminal. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean onTerminal() {
    var console = System.console();
    return console != null && console.isTerminal();
  }

  /**
   * The files in folders too, but no hidden ones, such as those that systems keep for themselves.
   */
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
}
