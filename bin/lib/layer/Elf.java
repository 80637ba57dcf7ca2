import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A 64-bit little-endian ELF program (System V Application Binary Interface, chapters "Object
 * Files" and "Program Loading and Dynamic Linking"): what it runs on and which libraries it loads.
 */
final class Elf {
  /** The version in Lambda's Amazon Linux 2023 is 2.34. */
  private static final int LAMBDA_GLIBC_MINOR = 34;

  private static final Pattern GLIBC_VERSION = Pattern.compile("GLIBC_2\\.(\\d+)(?:\\.\\d+)?");
  private static final Pattern GLIBC_LIBRARY =
      Pattern.compile("(?:lib(?:c|m|pthread|dl|rt|mvec)|ld-linux-[a-z0-9-]+)\\.so\\.\\d+");

  private static final byte[] MAGIC = {0x7f, 'E', 'L', 'F', 2, 1};
  private static final int HEADER = 64;
  private static final int SEGMENT_LOAD = 1;
  private static final int SEGMENT_DYNAMIC = 2;
  private static final int ENTRY_END = 0;
  private static final int ENTRY_NEEDED = 1;
  private static final int ENTRY_STRINGS = 5;
  private static final int ENTRY_STRINGS_SIZE = 10;

  private final Path file;
  private final ByteBuffer bytes;

  private Elf(Path file, ByteBuffer bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  static Elf read(Path file) throws IOException, Refusal {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length < HEADER || !startsWith(bytes, MAGIC)) {
      throw Refusal.of("%s is not a program for Linux (64-bit ELF)", file.getFileName());
    }
    return new Elf(file, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return ByteBuffer.wrap(bytes, 0, start.length).equals(ByteBuffer.wrap(start));
  }

  /** Refuses a program for another processor, and one that needs what Lambda does not have. */
  void checkRunsOnLambda(Architecture architecture) throws Refusal {
    int machine = bytes.getShort(18);
    if (machine != architecture.elfMachine()) {
      String other = "a processor that Lambda does not offer";
      for (Architecture known : Architecture.values()) {
        other = machine == known.elfMachine() ? known.toString() : other;
      }
      throw Refusal.of(
          "%s is a program for %s, not for %s (--arch)", file.getFileName(), other, architecture);
    }
    try {
      checkLibraries();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw Refusal.of("%s is a damaged ELF file", file.getFileName());
    }
  }

  private void checkLibraries() throws Refusal {
    for (Segment segment : segments()) {
      if (segment.type() != SEGMENT_DYNAMIC) {
        continue;
      }
      List<Long> needed = new ArrayList<>();
      long address = 0;
      long size = 0;
      for (long at = segment.offset(); at < segment.offset() + segment.size(); at += 16) {
        long value = bytes.getLong(Math.toIntExact(at + 8));
        switch (Math.toIntExact(bytes.getLong(Math.toIntExact(at)) & Integer.MAX_VALUE)) {
          case ENTRY_END -> at = segment.offset() + segment.size();
          case ENTRY_NEEDED -> needed.add(value);
          case ENTRY_STRINGS -> address = value;
          case ENTRY_STRINGS_SIZE -> size = value;
          default -> {}
        }
      }
      checkLibraries(strings(address, size), needed);
    }
  }

  private void checkLibraries(String strings, List<Long> needed) throws Refusal {
    List<String> missing = new ArrayList<>();
    for (long from : needed) {
      int start = Math.toIntExact(from);
      String library = strings.substring(start, strings.indexOf('\0', start));
      if (!GLIBC_LIBRARY.matcher(library).matches()) {
        missing.add(library);
      }
    }
    if (!missing.isEmpty()) {
      throw Refusal.of(
          "%s is not static: it loads %s, which would not be in the layer; take a static build",
          file.getFileName(), String.join(", ", missing));
    }
    Matcher version = GLIBC_VERSION.matcher(strings);
    while (version.find()) {
      if (Integer.parseInt(version.group(1)) > LAMBDA_GLIBC_MINOR) {
        throw Refusal.of(
            "%s is not static and asks for glibc 2.%s; Lambda's Amazon Linux 2023 has 2.%d",
            file.getFileName(), version.group(1), LAMBDA_GLIBC_MINOR);
      }
    }
  }

  /** A part of the file that is loaded or read when the program starts. */
  private record Segment(int type, long offset, long address, long size) {}

  private List<Segment> segments() {
    var segments = new ArrayList<Segment>();
    int count = Short.toUnsignedInt(bytes.getShort(56));
    for (int i = 0; i < count; i++) {
      int at = Math.toIntExact(bytes.getLong(32) + (long) i * bytes.getShort(54));
      segments.add(
          new Segment(
              bytes.getInt(at),
              bytes.getLong(at + 8),
              bytes.getLong(at + 16),
              bytes.getLong(at + 32)));
    }
    return segments;
  }

  /** Reads the table of names, a byte a character, each name ended by a zero. */
  private String strings(long address, long size) {
    for (Segment segment : segments()) {
      long from = address - segment.address();
      if (segment.type() == SEGMENT_LOAD && from >= 0 && from + size <= segment.size()) {
        return new String(
            bytes.array(),
            Math.toIntExact(segment.offset() + from),
            Math.toIntExact(size),
            StandardCharsets.ISO_8859_1);
      }
    }
    throw new IllegalArgumentException("no table of names");
  }
}
