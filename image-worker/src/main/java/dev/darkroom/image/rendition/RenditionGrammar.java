package dev.darkroom.image.rendition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads renditions as people write them: {@code name WIDTHxHEIGHT fit|cover|pad [enlarge]
 * [format[:quality] …]}, like {@code hero 1600x900 cover webp:85 jpeg}.
 *
 * @param qualities what a format has where none is said
 * @param formats what a rendition is written as where nothing is said
 */
public record RenditionGrammar(Map<OutputFormat, Integer> qualities, List<OutputFormat> formats) {
  private static final Pattern TEXT =
      Pattern.compile(
          "(?<name>[a-z][a-z0-9-]{0,31}) (?<width>\\d{1,5})x(?<height>\\d{1,5})"
              + " (?<fit>fit|cover|pad)(?<enlarge> enlarge)?(?<outputs>( [a-z]+(:\\d{1,3})?)*)");

  public RenditionGrammar {
    qualities = Map.copyOf(qualities);
    formats = List.copyOf(formats);
  }

  /**
   * @throws IllegalArgumentException saying what is wrong
   */
  public RenditionSpec parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not of the form 'name WIDTHxHEIGHT fit|cover|pad [enlarge] [format[:quality]"
              + " …]'");
    }
    String name = parts.group("name");
    return new RenditionSpec(
        name,
        Integer.parseInt(parts.group("width")),
        Integer.parseInt(parts.group("height")),
        Fit.valueOf(parts.group("fit").toUpperCase(Locale.ROOT)),
        parts.group("enlarge") != null,
        outputs(name, parts.group("outputs").strip()));
  }

  private List<Output> outputs(String name, String text) {
    if (text.isEmpty()) {
      return formats.stream().map(format -> output(name, format.toString())).toList();
    }
    var outputs = new ArrayList<Output>();
    for (String word : text.split(" ", -1)) {
      Output output = output(name, word);
      if (outputs.stream().anyMatch(other -> other.format() == output.format())) {
        throw new IllegalArgumentException(name + ": " + output.format() + " twice");
      }
      outputs.add(output);
    }
    return outputs;
  }

  private Output output(String name, String word) {
    String[] parts = word.split(":", 2);
    try {
      OutputFormat format = OutputFormat.of(parts[0]);
      int quality =
          parts.length > 1 ? Integer.parseInt(parts[1]) : qualities.getOrDefault(format, 100);
      return new Output(format, quality);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }
}
