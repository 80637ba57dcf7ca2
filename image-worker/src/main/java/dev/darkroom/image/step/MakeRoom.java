package dev.darkroom.image.step;

import dev.darkroom.stage.job.Progress;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Gives heap back to the system before a picture that would not fit beside what the process holds:
 * the heap stays as large as an earlier picture made it, and native code needs memory too.
 */
public final class MakeRoom {
  private static final Logger LOG = Logger.getLogger(MakeRoom.class);

  /** What a JVM needs beside its heap, in bytes; Lambda's managed runtime leaves it as much. */
  static final long BESIDE_HEAP = 240L << 20;

  /** HotSpot's serial collector shrinks the heap in steps, the last at the fourth collection. */
  private static final int COLLECTIONS = 4;

  private final long function;
  private final Supplier<Held> held;
  private final Runnable collect;

  /**
   * @param function memory of the function, in bytes; {@link Long#MAX_VALUE} if it is unknown
   */
  public MakeRoom(long function) {
    this(function, Held::now, System::gc);
  }

  MakeRoom(long function, Supplier<Held> held, Runnable collect) {
    this.function = function;
    this.held = held;
    this.collect = collect;
  }

  /**
   * Passes a picture on once there is room for it.
   *
   * @throws IllegalStateException if there is none even so; another process may have it
   */
  public Progress<Planned> apply(Planned planned) {
    Need need = planned.need();
    Held before = held.get();
    Held now = before;
    for (int i = 0; i < COLLECTIONS && peak(now, need) > function; i++) {
      collect.run();
      now = held.get();
    }
    if (peak(now, need) > function) {
      throw new IllegalStateException(
          "the process holds %,d bytes and the picture needs %,d"
              .formatted(now.resident, need.total()));
    }
    if (!now.equals(before)) {
      LOG.infof("gave back %d MB", (before.resident - now.resident) >> 20);
    }
    return new Progress.At<>(planned);
  }

  /** The heap grows only if the picture does not fit into what the process holds already. */
  private static long peak(Held held, Need need) {
    long heap = BESIDE_HEAP + held.heapUsed + need.heap();
    return Math.max(held.resident, heap) + need.outside();
  }

  /**
   * The memory that this process holds.
   *
   * @param resident bytes in memory, committed heap included; 0 if unknown
   * @param heapUsed bytes of the heap that objects take, garbage included
   */
  record Held(long resident, long heapUsed) {
    static Held now() {
      Runtime runtime = Runtime.getRuntime();
      return new Held(ResidentMemory.bytes(), runtime.totalMemory() - runtime.freeMemory());
    }
  }
}
