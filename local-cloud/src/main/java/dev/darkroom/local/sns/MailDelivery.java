package dev.darkroom.local.sns;

import java.nio.file.Path;

/** Where mails go. */
public sealed interface MailDelivery {

  /** Into a folder, one {@code .eml} file each, named so that they sort by time. */
  static MailDelivery folder(Path folder) {
    return new Folder(folder);
  }

  /** To an SMTP server without encryption or login, as those made for development are. */
  static MailDelivery smtp(String host, int port) {
    return new Smtp(host, port);
  }

  /** Mails as files. */
  record Folder(Path folder) implements MailDelivery {}

  /** Mails through a server. */
  record Smtp(String host, int port) implements MailDelivery {}
}
