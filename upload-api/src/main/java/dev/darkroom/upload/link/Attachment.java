package dev.darkroom.upload.link;

import dev.darkroom.contract.FileName;
import dev.darkroom.stage.store.OriginalName;

/** Writes {@code Content-Disposition} for a file that browsers must save, not show. */
public final class Attachment {
  private Attachment() {}

  /**
   * Writes the header's value with the safe form first, for clients that do not know {@code
   * filename*} (RFC 6266, appendix D). The asterisk, which form encoding keeps but RFC 8187 does
   * not allow, is encoded too.
   */
  public static String of(FileName name) {
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(name.safe(), OriginalName.encode(name).replace("*", "%2A"));
  }
}
