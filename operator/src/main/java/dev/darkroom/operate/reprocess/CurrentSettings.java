package dev.darkroom.operate.reprocess;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.operate.place.RefusedException;
import dev.darkroom.operate.results.Result;
import dev.darkroom.operate.results.ResultWalk;
import dev.darkroom.operate.results.ResultWalk.Listed;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The settings that workers have now, as the newest result of each kind tells.
 *
 * @param fingerprints by kind; a kind without any result that tells is absent
 */
record CurrentSettings(Map<MediaKind, String> fingerprints) {
  /** Newest results that are looked at; many in a row may be of one kind, or failed. */
  private static final int MAX_RESULTS = 1000;

  CurrentSettings {
    fingerprints = Map.copyOf(fingerprints);
  }

  /**
   * Reads the newest results.
   *
   * @throws RefusedException if none tells its settings
   */
  static CurrentSettings find(ObjectStore store) {
    var fingerprints = new EnumMap<MediaKind, String>(MediaKind.class);
    var manifests = new Manifests(store);
    for (Listed listed : newest(store)) {
      Result.read(manifests, listed.key())
          .flatMap(Result::manifest)
          .ifPresent(
              manifest ->
                  Optional.ofNullable(manifest.processing().settings())
                      .ifPresent(it -> fingerprints.putIfAbsent(manifest.kind(), it)));
      if (fingerprints.size() == MediaKind.values().length) {
        break;
      }
    }
    if (fingerprints.isEmpty()) {
      throw new RefusedException(
          "No result tells the workers' settings yet; process one upload with them first.");
    }
    return new CurrentSettings(fingerprints);
  }

  private static List<Listed> newest(ObjectStore store) {
    Comparator<Listed> byAge = Comparator.comparing(Listed::at);
    var newest = new PriorityQueue<Listed>(byAge);
    var walk = new ResultWalk(store, Optional.empty(), Optional.empty());
    for (var handful = walk.next(); !handful.isEmpty(); handful = walk.next()) {
      newest.addAll(handful);
      while (newest.size() > MAX_RESULTS) {
        newest.remove();
      }
    }
    return newest.stream().sorted(byAge.reversed()).toList();
  }

  /** Whether a result was made with other settings than those of now. */
  boolean differ(Manifest manifest) {
    String now = fingerprints.get(manifest.kind());
    return now != null && !now.equals(manifest.processing().settings());
  }
}
