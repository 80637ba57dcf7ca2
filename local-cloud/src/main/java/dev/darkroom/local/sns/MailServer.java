package dev.darkroom.local.sns;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;

/** Mails through SMTP. */
final class MailServer extends MailDelivery {

  private static final int IMPLICIT_TLS = 465;
  private static final String TIMEOUT_MILLIS = "15000";

  private final @Nullable SmtpLogin login;
  private final String protocol;
  private final Session session;

  MailServer(String host, int port, @Nullable SmtpLogin login) {
    this.login = login;
    this.protocol = login != null && port == IMPLICIT_TLS ? "smtps" : "smtp";
    Properties settings = new Properties();
    String prefix = "mail." + protocol + ".";
    settings.setProperty(prefix + "host", host);
    settings.setProperty(prefix + "port", Integer.toString(port));
    settings.setProperty(prefix + "auth", Boolean.toString(login != null));
    settings.setProperty(
        prefix + "starttls.required", Boolean.toString(login != null && port != IMPLICIT_TLS));
    settings.setProperty(prefix + "ssl.checkserveridentity", "true");
    settings.setProperty(prefix + "connectiontimeout", TIMEOUT_MILLIS);
    settings.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
    settings.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
    this.session = Session.getInstance(settings);
  }

  @Override
  Receipt deliver(Mail mail) throws IOException {
    var mime = mail.mime(session);
    try (Transport transport = session.getTransport(protocol)) {
      transport.connect(
          login == null ? null : login.user(), login == null ? null : login.password());
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
