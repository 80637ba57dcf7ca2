package dev.darkroom.local.sns;

import java.io.IOException;
import java.nio.file.Path;

/** Takes mails to where the person who runs this reads them. */
public abstract sealed class MailDelivery permits MailFolder, MailServer {

  /**
   * Writes each mail to an {@code .eml} file in a folder, which is created if it is missing. File
   * names sort by time.
   */
  public static MailDelivery folder(Path folder) {
    return new MailFolder(folder);
  }

  /** Sends mails to an SMTP server without encryption or login, as development servers are. */
  public static MailDelivery smtp(String host, int port) {
    return new MailServer(host, port);
  }

  /**
   * Hands over a mail.
   *
   * @throws IOException if another attempt may succeed
   */
  abstract Receipt deliver(Mail mail) throws IOException;
}
