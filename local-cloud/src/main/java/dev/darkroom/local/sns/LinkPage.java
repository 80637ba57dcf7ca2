package dev.darkroom.local.sns;

/** The pages that people see after they open a link of a mail. */
final class LinkPage {

  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>%1$s</title>
      <style>
        body { color-scheme: light dark; font: 1.1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto; padding: 0 1rem; text-align: center }
      </style>
      <h1>%1$s</h1>
      <p>%2$s</p>
      </html>
      """;

  private LinkPage() {}

  static String done(String action) {
    return action.equals("ConfirmSubscription")
        ? PAGE.formatted(
            "Subscription confirmed", "You will be notified from now on. You can close this page.")
        : PAGE.formatted(
            "Unsubscribed", "You will get no more notifications. You can close this page.");
  }

  static String refused(String reason) {
    return PAGE.formatted(
        "This link does not work",
        "It may be incomplete, or the subscription may have ended. SNS says: " + escape(reason));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
