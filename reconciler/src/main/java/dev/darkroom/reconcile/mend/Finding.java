package dev.darkroom.reconcile.mend;

/** Something about an upload that events lost. */
public enum Finding {
  /** A job, or tasks of a stream, were sent again. */
  RESENT,
  /** Outputs or unfinished work that belong to nothing were deleted. */
  ORPHANS_DELETED,
  /** A manifest that was not announced was sent to be announced. */
  REANNOUNCED,
  /** Outputs whose original is unknown, and may lie at any key. */
  SUSPECT
}
