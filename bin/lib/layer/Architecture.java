import java.util.Map;

/** A processor that Lambda offers, by the name that Lambda and the template give it. */
enum Architecture {
  X86_64("x86_64", "amd64", 62),
  ARM64("arm64", "aarch64", 183);

  private static final Map<String, Architecture> BY_OTHER_NAMES =
      Map.of(X86_64.javaName, X86_64, ARM64.javaName, ARM64);

  private final String name;
  private final String javaName;
  private final int elfMachine;

  /**
   * @param javaName what the JVM calls it in {@code os.arch}
   * @param elfMachine its number in an ELF header ({@code e_machine})
   */
  Architecture(String name, String javaName, int elfMachine) {
    this.name = name;
    this.javaName = javaName;
    this.elfMachine = elfMachine;
  }

  static Architecture parse(String name) throws Refusal {
    for (Architecture architecture : values()) {
      if (architecture.name.equals(name)) {
        return architecture;
      }
    }
    if (BY_OTHER_NAMES.containsKey(name)) {
      return BY_OTHER_NAMES.get(name);
    }
    throw Refusal.ofUsage("there are Lambda functions for x86_64 and for arm64, not for %s", name);
  }

  /** Returns true if this machine runs its programs. */
  boolean isHere() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals(javaName);
  }

  int elfMachine() {
    return elfMachine;
  }

  @Override
  public String toString() {
    return name;
  }
}
