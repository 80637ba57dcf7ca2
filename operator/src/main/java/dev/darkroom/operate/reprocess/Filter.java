package dev.darkroom.operate.reprocess;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.operate.results.Result;
import dev.darkroom.operate.results.ResultWalk.Listed;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Selects results.
 *
 * @param code the upload failed with it, or an output of it is missing for it
 * @param since results made at this time or later
 * @param until results made before this time
 * @param current results made with other settings than these
 */
record Filter(
    Optional<MediaKind> kind,
    Optional<Manifest.Status> status,
    Optional<ErrorCode> code,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<CurrentSettings> current) {

  private boolean looksInside() {
    return kind.isPresent() || status.isPresent() || code.isPresent() || current.isPresent();
  }

  /** Whether a result may be selected, by what its listing says. */
  boolean mayMatch(Listed listed) {
    return since.map(time -> !listed.at().isBefore(time)).orElse(true)
        && until.map(listed.at()::isBefore).orElse(true);
  }

  /** Whether a result is selected. One that cannot be read is unless its content matters. */
  boolean matches(Result result) {
    return result.manifest().map(this::matches).orElse(!looksInside());
  }

  private boolean matches(Manifest manifest) {
    return is(kind, it -> it == manifest.kind())
        && is(status, it -> it == manifest.status())
        && is(code, it -> names(manifest, it))
        && is(current, it -> it.differ(manifest));
  }

  private static <T> boolean is(Optional<T> wanted, Predicate<T> actual) {
    return wanted.filter(actual.negate()).isEmpty();
  }

  private static boolean names(Manifest manifest, ErrorCode code) {
    return (manifest.error() != null && manifest.error().code() == code)
        || manifest.missing().stream().anyMatch(missing -> missing.code() == code);
  }
}
