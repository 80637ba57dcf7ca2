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
 * @param id stays the same when the mail is sent again, so that the reader's program may show it
 *     once
 * @param timestamp see {@link Timestamp}
 */
record Mail(
    String id, String timestamp, String to, String subject, String text, String unsubscribe) {

  private static final String SENDER = "no-reply@darkroom.localhost";

  /** The mail as RFC 5322 writes it. */
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

  /** By itself MimeMessage would make up an id that names this machine and changes each time. */
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
