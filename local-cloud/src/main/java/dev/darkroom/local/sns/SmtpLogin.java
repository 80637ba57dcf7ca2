package dev.darkroom.local.sns;

/** Who we are to an SMTP server. */
public record SmtpLogin(String user, String password) {

  /** Without the password, as this may end in a log. */
  @Override
  public String toString() {
    return "SmtpLogin[user=" + user + "]";
  }
}
