package dev.darkroom.engine.rewrap;

import java.util.ArrayList;
import java.util.List;

/** Encoders of pictures, the best first. */
enum Encoder {
  X264("libx264") {
    @Override
    List<String> options(int width, int height) {
      return List.of("-preset", "veryfast", "-crf", "12", "-bf", "0");
    }
  },
  OPENH264("libopenh264") {
    @Override
    List<String> options(int width, int height) {
      // It wants a bit rate: 8 bits a pixel in a second are about a quarter bit in each frame.
      return List.of("-b:v", String.valueOf(Math.max(1_000_000L, 8L * width * height)));
    }
  };

  private static final String THREADS = "2";

  private final String codec;

  Encoder(String codec) {
    this.codec = codec;
  }

  String codec() {
    return codec;
  }

  abstract List<String> options(int width, int height);

  List<String> arguments(int width, int height) {
    var arguments = new ArrayList<>(List.of("-c:v", codec, "-threads", THREADS));
    arguments.addAll(options(width, height));
    return arguments;
  }
}
