package dev.darkroom.upload.link;

import dev.darkroom.contract.FileName;
import dev.darkroom.stage.store.OriginalName;

/** Writes {@code Content-Disposition} for a file that is to be saved, not shown. */
public final class Attachment {
  private Attachment() {}

  /**
   * RFC 6266, appendix D: the safe form first, for clients that do not know {@code filename*}. The
   * few characters that percent-encoding of forms leaves alone but RFC 8187 does not allow are
   * encoded too.
   */
  public static String of(FileName name) {
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(name.safe(), OriginalName.encode(name).replace("*", "%2A"));
  }
}
