package dev.darkroom.local.sns;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/** Sends mails through an SMTP server. */
final class MailServer extends MailDelivery {

  private static final String PROTOCOL = "smtp";
  private static final String TIMEOUT_MILLIS = "15000";

  private final Session session;

  MailServer(String host, int port) {
    Properties settings = new Properties();
    settings.setProperty("mail.smtp.host", host);
    settings.setProperty("mail.smtp.port", Integer.toString(port));
    settings.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    settings.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
    settings.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    this.session = Session.getInstance(settings);
  }

  @Override
  Receipt deliver(Mail mail) throws IOException {
    var mime = mail.mime(session);
    try (Transport transport = session.getTransport(PROTOCOL)) {
      transport.connect();
      transport.sendMessage(mime, mime.getAllRecipients());
      return new Receipt.Delivered();
    } catch (SendFailedException e) {
      if (e.getNextException() instanceof SMTPAddressFailedException address
          && address.getReturnCode() >= 500) {
        return new Receipt.Rejected(String.valueOf(address.getMessage()));
      }
      throw new IOException(e);
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }
}
