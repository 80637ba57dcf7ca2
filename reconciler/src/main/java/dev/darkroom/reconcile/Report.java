package dev.darkroom.reconcile;

import dev.darkroom.reconcile.mend.Finding;
import java.util.List;

/**
 * What a run found.
 *
 * @param scanned uploads that were looked at
 * @param resent uploads whose job or tasks were sent again
 * @param orphansDeleted uploads of which outputs without an original, or abandoned work, were
 *     deleted
 * @param reannounced results that were sent to be announced
 * @param failed uploads that could not be looked at, or mended
 * @param complete whether the pass reached its end; the next run continues one that did not
 */
public record Report(
    long scanned,
    long resent,
    long orphansDeleted,
    long reannounced,
    long failed,
    boolean complete) {
  static final Report NOTHING = new Report(0, 0, 0, 0, 0, false);

  Report andScanned() {
    return new Report(scanned + 1, resent, orphansDeleted, reannounced, failed, complete);
  }

  Report and(List<Finding> findings) {
    return new Report(
        scanned,
        resent + count(findings, Finding.RESENT),
        orphansDeleted + count(findings, Finding.ORPHANS_DELETED),
        reannounced + count(findings, Finding.REANNOUNCED),
        failed,
        complete);
  }

  private static long count(List<Finding> findings, Finding finding) {
    return findings.stream().filter(finding::equals).count();
  }

  Report andFailed() {
    return new Report(scanned, resent, orphansDeleted, reannounced, failed + 1, complete);
  }

  Report ended(boolean all) {
    return new Report(scanned, resent, orphansDeleted, reannounced, failed, all);
  }
}
