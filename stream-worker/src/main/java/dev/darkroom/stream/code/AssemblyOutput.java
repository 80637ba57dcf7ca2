package dev.darkroom.stream.code;

import dev.darkroom.stage.store.Assembly;
import dev.darkroom.stage.store.Write;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Writes an object while its bytes come, with no more than one part in memory. */
final class AssemblyOutput extends OutputStream {
  private final Assembly assembly;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  AssemblyOutput(Assembly assembly) {
    this.assembly = assembly;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    pending.write(bytes, from, length);
    if (pending.size() >= Assembly.MIN_PART) {
      flushPart();
    }
  }

  private void flushPart() {
    assembly.add(pending.toByteArray());
    pending.reset();
  }

  /** Puts the object at its key. */
  Write.Written complete() {
    if (pending.size() > 0) {
      flushPart();
    }
    return assembly.complete();
  }
}
