package dev.darkroom.notify;

import dev.darkroom.contract.FileName;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Writes one line about an upload in ASCII, as mail subjects and short messages must be. */
final class Subject {
  /** Amazon SNS API Reference, "Publish": less than 100 characters. */
  private static final int MAX_NAME = 60;

  /** Amazon SNS Developer Guide, "Publishing to a mobile phone": one message, not several. */
  private static final int MAX_SMS = 140;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_ASCII = Pattern.compile("[^ -~]+");

  private Subject() {}

  /** Writes the subject of a mail. */
  static String of(Manifest manifest) {
    return '"'
        + shortened(ascii(new FileName(manifest.original().fileName()).original()))
        + (manifest.status() == Status.COMPLETED ? "\" is ready" : "\" could not be processed");
  }

  /** Writes a short message: the subject, and the reason if it fits. */
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

  /** Cuts the middle out, which tells less than the ending. */
  private static String shortened(String name) {
    return name.length() <= MAX_NAME
        ? name
        : name.substring(0, MAX_NAME - 13) + "..." + name.substring(name.length() - 10);
  }
}
