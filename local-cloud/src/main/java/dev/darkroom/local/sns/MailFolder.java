package dev.darkroom.local.sns;

import dev.darkroom.local.disk.DurableFile;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Properties;

/** Writes mails to files that any mail program opens. */
final class MailFolder extends MailDelivery {

  private static final int LONGEST_SUBJECT = 60;

  private final Path folder;
  private final Session session = Session.getInstance(new Properties());

  MailFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  Receipt deliver(Mail mail) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try {
      mail.mime(session).writeTo(content);
    } catch (MessagingException e) {
      throw new IOException(e);
    }
    Files.createDirectories(folder);
    DurableFile.write(folder.resolve(fileName(mail)), content.toByteArray());
    return new Receipt.Delivered();
  }

  /**
   * Joins time, subject and the beginning of the id, so that a mail delivered twice is one file.
   */
  private static String fileName(Mail mail) {
    String time = mail.timestamp().replace(':', '-');
    String subject =
        Normalizer.normalize(mail.subject().replace("ß", "ss"), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String shortened = subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
    return time + "-" + shortened + "-" + mail.id().substring(0, 8) + ".eml";
  }
}
