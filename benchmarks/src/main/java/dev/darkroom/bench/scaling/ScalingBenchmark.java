package dev.darkroom.bench.scaling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints how long videos take, and what they cost, by the concurrency of the stream worker; with
 * {@code --write FILE}, replaces the tables in that document.
 */
public final class ScalingBenchmark {
  private ScalingBenchmark() {}

  /**
   * @param args {@code [--write FILE]}
   */
  public static void main(String[] args) throws IOException {
    List<Table> tables = tables();
    if (args.length == 2 && args[0].equals("--write")) {
      Path file = Path.of(args[1]);
      String document = Files.readString(file);
      for (Table table : tables) {
        document = table.in(document);
      }
      Files.writeString(file, document);
      return;
    }
    if (args.length != 0) {
      throw new IllegalArgumentException("bench scaling takes --write FILE only");
    }
    tables.forEach(table -> System.out.printf("%s:%n%n%s%n", table.name(), table.markdown()));
  }

  static List<Table> tables() throws IOException {
    UnitCosts costs = UnitCosts.measured();
    return List.of(ScalingTables.film(costs), ScalingTables.clips(costs));
  }
}
