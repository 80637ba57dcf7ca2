package dev.darkroom.engine.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.engine.foreign.WebpStruct.AnimOptions;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;

/**
 * Encodes pictures of one size to an animated WebP. Stores only what changes between pictures:
 * equal ones become one frame that is shown longer, a single frame becomes a still picture. Not
 * thread-safe; one thread uses and closes it.
 */
public final class AnimatedWebpWriter implements AutoCloseable {
  /** Longest time that one frame can be shown: 24 bits of milliseconds (RFC 9649, 2.7.1.1). */
  public static final Duration LONGEST_FRAME = Duration.ofMillis((1 << 24) - 1);

  /** Largest loop count: 16 bits (RFC 9649, 2.7.1.1). */
  private static final int MAX_LOOPS = 65_535;

  private final Arena arena = Arena.ofConfined();
  private final int width;
  private final int height;
  private final MemorySegment encoder;
  private final MemorySegment config;
  private long timestamp;
  private boolean finished;

  /**
   * @param width width of every picture, in pixels
   * @param height height of every picture, in pixels
   * @param loops how often the animation plays; 0 means forever
   * @param options how each frame is encoded
   */
  public AnimatedWebpWriter(int width, int height, int loops, WebpOptions options) {
    if (width < 1 || height < 1 || Math.max(width, height) > NativeWebp.MAX_EDGE) {
      throw new IllegalArgumentException(width + "×" + height + " pixels");
    }
    if (loops < 0 || loops > MAX_LOOPS) {
      throw new IllegalArgumentException(loops + " loops");
    }
    this.width = width;
    this.height = height;
    this.config = WebpPicture.config(arena, options);
    MemorySegment animation = arena.allocate(AnimOptions.SIZE, Long.BYTES);
    LibwebpAnimation.initializeOptions(animation);
    animation.set(JAVA_INT, AnimOptions.BACKGROUND, 0);
    animation.set(JAVA_INT, AnimOptions.LOOP_COUNT, loops);
    this.encoder = LibwebpAnimation.create(width, height, animation);
    if (Foreign.isNull(encoder)) {
      arena.close();
      throw new LibraryFault("libwebp has no memory for an animation");
    }
  }

  /**
   * Appends a picture.
   *
   * @param shown how long it is shown, in whole milliseconds; browsers treat less than 11 ms as 100
   * @throws IllegalArgumentException if the picture's size is not the animation's, if it is shown
   *     longer than {@link #LONGEST_FRAME}, or if the animation would exceed 2^31 ms
   */
  public void add(Bitmap picture, Duration shown) {
    if (finished) {
      throw new IllegalStateException("finished already");
    }
    if (picture.width() != width || picture.height() != height) {
      throw new IllegalArgumentException(
          "%d×%d pixels in %d×%d".formatted(picture.width(), picture.height(), width, height));
    }
    long end = timestamp + shown.toMillis();
    if (shown.isNegative() || shown.compareTo(LONGEST_FRAME) > 0 || end > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("shown for " + shown);
    }
    try (var frame = new WebpPicture(arena, picture, true)) {
      check(LibwebpAnimation.add(encoder, frame.struct(), (int) timestamp, config));
    }
    timestamp = end;
  }

  /** Completes the animation, which needs at least one picture, and returns the file. */
  public byte[] finish() {
    if (finished) {
      throw new IllegalStateException("finished already");
    }
    finished = true;
    MemorySegment none = MemorySegment.NULL;
    check(LibwebpAnimation.add(encoder, none, (int) timestamp, none));
    MemorySegment data = arena.allocate(WebpStruct.Data.SIZE_OF, Long.BYTES);
    check(LibwebpAnimation.assemble(encoder, data));
    MemorySegment bytes = data.get(ADDRESS, WebpStruct.Data.BYTES);
    try {
      int length = Math.toIntExact(data.get(JAVA_LONG, WebpStruct.Data.SIZE));
      return Foreign.bytes(bytes, length).toArray(JAVA_BYTE);
    } finally {
      LibwebpAnimation.free(bytes);
    }
  }

  private void check(boolean done) {
    if (!done) {
      throw new LibraryFault("libwebp: " + LibwebpAnimation.error(encoder));
    }
  }

  @Override
  public void close() {
    try (arena) {
      LibwebpAnimation.delete(encoder);
    }
  }
}
