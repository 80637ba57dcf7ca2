package dev.darkroom.engine.foreign;

/** Whether libjpeg-turbo and libwebp are at hand. Loading them is the first question's work. */
public final class NativeCodecs {
  /**
   * The system property that turns the door off where it is {@code off}; read at every question.
   */
  public static final String SWITCH = "darkroom.turbo";

  /** The system property that names a folder in which the library lies, looked into first. */
  public static final String FOLDER = "darkroom.turbo.folder";

  private NativeCodecs() {}

  public static boolean available() {
    return !"off".equals(System.getProperty(SWITCH)) && Library.loaded();
  }

  /** For logs: the versions of the libraries, or why there are none. */
  public static String description() {
    return "off".equals(System.getProperty(SWITCH)) ? "turned off" : Library.description();
  }
}
