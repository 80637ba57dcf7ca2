package dev.darkroom.notify;

import dev.darkroom.contract.FileName;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** One line about an upload, in ASCII, which subjects and short messages have to be. */
final class Subject {
  /** Amazon SNS API Reference, "Publish": less than 100 characters. */
  private static final int MAX_NAME = 60;

  /** Amazon SNS Developer Guide, "Publishing to a mobile phone": one message, not several. */
  private static final int MAX_SMS = 140;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_ASCII = Pattern.compile("[^ -~]+");

  private Subject() {}

  /** Of a mail. */
  static String of(Manifest manifest) {
    return '"'
        + shortened(ascii(new FileName(manifest.original().fileName()).original()))
        + (manifest.status() == Status.COMPLETED ? "\" is ready" : "\" could not be processed");
  }

  /** For a phone: the subject, and the reason where there is room for it. */
  static String sms(Manifest manifest) {
    String subject = of(manifest);
    String text =
        manifest.error() == null ? subject : subject + ": " + ascii(manifest.error().code().text());
    return text.length() <= MAX_SMS ? text : subject;
  }

  private static String ascii(String text) {
    String german = text.replace("ß", "ss");
    String bare = MARKS.matcher(Normalizer.normalize(german, Normalizer.Form.NFKD)).replaceAll("");
    return NOT_ASCII.matcher(bare).replaceAll("_");
  }

  /** The ending tells more than the middle. */
  private static String shortened(String name) {
    return name.length() <= MAX_NAME
        ? name
        : name.substring(0, MAX_NAME - 13) + "..." + name.substring(name.length() - 10);
  }
}
