package dev.darkroom.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;

/**
 * A mail to one reader.
 *
 * @param id identifies the mail; the same when it is sent again, so that a mail program can show it
 *     once
 * @param timestamp time of the delivery, as {@link Timestamp} formats it
 */
record Mail(
    String id, String timestamp, String to, String subject, String text, String unsubscribe) {

  private static final String SENDER = "no-reply@darkroom.localhost";

  /** Converts the mail to a MIME message. */
  MimeMessage mime(Session session) throws IOException {
    try {
      MimeMessage mime = new WithId(session);
      mime.setFrom(new InternetAddress(SENDER, "Darkroom", UTF_8.name()));
      mime.setRecipient(RecipientType.TO, new InternetAddress(to));
      mime.setSubject(subject, UTF_8.name());
      mime.setSentDate(Date.from(Instant.parse(timestamp)));
      mime.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
      mime.setHeader("Auto-Submitted", "auto-generated");
      mime.setText(text, UTF_8.name());
      mime.saveChanges();
      return mime;
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  /** Sets the id of the mail. MimeMessage would invent one that names this machine. */
  private final class WithId extends MimeMessage {
    WithId(Session session) {
      super(session);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + "@darkroom.localhost>");
    }
  }
}
