package dev.darkroom.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Figures that a running Darkroom serves for Prometheus.
 *
 * @param values by the series' names, labels included
 */
record Figures(Map<String, Double> values) {
  static Figures read(URI management) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      String text =
          http.send(
                  HttpRequest.newBuilder(management.resolve("/metrics")).build(),
                  BodyHandlers.ofString())
              .body();
      return new Figures(
          text.lines()
              .filter(line -> !line.startsWith("#"))
              .collect(
                  Collectors.toUnmodifiableMap(
                      line -> line.substring(0, line.lastIndexOf(' ')),
                      line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the value of a series; 0 if it is not there yet. */
  double of(String series) {
    return values.getOrDefault(series, 0.0);
  }
}
