package dev.darkroom.local.sns;

import java.io.IOException;
import java.nio.file.Path;

/** Where mails go. */
public abstract sealed class MailDelivery permits MailFolder, MailServer {

  /**
   * Into a folder, one {@code .eml} file each, named so that they sort by time. The folder is
   * created when missing.
   */
  public static MailDelivery folder(Path folder) {
    return new MailFolder(folder);
  }

  /** To an SMTP server without encryption or login, as those made for development are. */
  public static MailDelivery smtp(String host, int port) {
    return new MailServer(host, port, null);
  }

  /**
   * To an SMTP server that wants a login, which is only given to it over TLS: from the start on
   * port 465, by STARTTLS on others.
   */
  public static MailDelivery smtp(String host, int port, SmtpLogin login) {
    return new MailServer(host, port, login);
  }

  /** Hands over a mail; an {@link IOException} means that another try may succeed. */
  abstract Receipt deliver(Mail mail) throws IOException;
}
