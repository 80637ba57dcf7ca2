package dev.darkroom.engine.foreign;

/** Tells whether libjpeg-turbo and libwebp can be used. The first question loads them. */
public final class NativeCodecs {
  /** System property that disables both libraries when it is {@code off}; read on every call. */
  public static final String SWITCH = "darkroom.turbo";

  /** System property that names a folder with the library, which is searched first. */
  public static final String FOLDER = "darkroom.turbo.folder";

  private NativeCodecs() {}

  /** Returns whether the libraries are loaded and not disabled. */
  public static boolean available() {
    return !"off".equals(System.getProperty(SWITCH)) && SharedLibrary.loaded();
  }

  /** Describes the libraries' versions, or why there are none, for logs. */
  public static String description() {
    return "off".equals(System.getProperty(SWITCH)) ? "turned off" : SharedLibrary.description();
  }
}
