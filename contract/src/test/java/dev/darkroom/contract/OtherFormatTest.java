package dev.darkroom.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names formats by the first bytes that their usual encoders write. */
class OtherFormatTest {
  @ParameterizedTest
  @CsvSource({
    "ff0a7fe19b82,                             a JPEG XL picture",
    "0000000c4a584c200d0a870a00000014,         a JPEG XL picture",
    "0000000c6a5020200d0a870a00000014,         a JPEG 2000 picture",
    "ff4fff51002f0000,                         a JPEG 2000 picture",
    "4949bc0108000000,                         a JPEG XR picture",
    "384250530001000000000000,                 a Photoshop file (PSD)",
    "67696d702078636620763031,                 a GIMP file (XCF)",
    "255044462d312e37,                         a PDF",
    "252150532d41646f6265,                     a PostScript file",
    "762f310102000000,                         an OpenEXR picture",
    "233f52414449414e43450a,                   a Radiance picture (HDR)",
    "716f696600000140,                         a QOI picture",
    "0000010001002020000001002000a8100000,     a Windows icon (ICO)",
    "0000020001002020000001002000a8100000,     a Windows cursor (CUR)",
    "000002000000000000000000400040001800,     a Targa picture (TGA)",
    "00000a000000000000000000400040001800,     a Targa picture (TGA)",
    "50360a3634203634,                         a Netpbm picture",
    "50460a3634203634,                         a Netpbm picture",
    "46554a4946494c4d4343442d524157,           a raw picture of a Fujifilm camera (RAF)",
    "4949524f08000000,                         a raw picture of an Olympus camera (ORF)",
    "4949550018000000,                         a raw picture of a Panasonic camera (RW2)",
    "000000186674797063727820,                 a raw picture of a Canon camera (CR3)",
    "49443304000000,                           an MP3 file",
    "524946462400000057415645666d7420,         a WAV file",
    "504b030414000000,                         a ZIP archive",
  })
  void knownOnesAreNamed(String hex, String name) {
    byte[] head = HexFormat.of().parseHex(hex);

    assertThat(MediaFormat.detect(head)).isEmpty();
    assertThat(OtherFormat.sentence(head)).isEqualTo("It is " + name + ".");
  }

  @Test
  void markupIsNamedByWhatItIs() {
    assertThat(sentence("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"))
        .isEqualTo("It is an SVG drawing.");
    assertThat(sentence("\ufeff \n<?xml version=\"1.0\"?><!-- a --><SVG>"))
        .isEqualTo("It is an SVG drawing.");
    assertThat(sentence("<!DOCTYPE html><title>Not found</title>"))
        .isEqualTo("It is a web page (HTML).");
    assertThat(sentence("<rss>")).isEqualTo("It is no picture or video in a known format.");
  }

  @Test
  void anythingElseIsNoKnownFormat() {
    String unknown = "It is no picture or video in a known format.";

    assertThat(OtherFormat.sentence(new byte[0])).isEqualTo(unknown);
    assertThat(OtherFormat.sentence(new byte[10_000])).isEqualTo(unknown);
    assertThat(sentence("PS: hello")).isEqualTo(unknown);
    assertThat(sentence("#!/bin/sh")).isEqualTo(unknown);
  }

  private static String sentence(String text) {
    return OtherFormat.sentence(text.getBytes(UTF_8));
  }
}
