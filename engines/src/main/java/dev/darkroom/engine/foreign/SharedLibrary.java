package dev.darkroom.engine.foreign;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** Loads the shared library and looks up its functions. */
final class SharedLibrary {
  /** The versions whose struct layouts this package knows; see {@code JpegStruct}. */
  private static final String LIBJPEG = "libjpeg 6b (libjpeg-turbo 3.";

  private static final String LIBWEBP = "libwebp 1.";

  private SharedLibrary() {}

  static boolean loaded() {
    return Loaded.STATE.symbols != null;
  }

  static String description() {
    return Loaded.STATE.description;
  }

  /** Binds a function. */
  static MethodHandle function(String name, FunctionDescriptor descriptor) {
    return handle(name, address(name), descriptor);
  }

  /** Returns a function's address, for structs that hold pointers to functions. */
  static MemorySegment address(String name) {
    SymbolLookup symbols = Loaded.STATE.symbols;
    if (symbols == null) {
      throw new LibraryFault("no libjpeg-turbo and libwebp: " + Loaded.STATE.description);
    }
    return find(symbols, name);
  }

  private static MemorySegment find(SymbolLookup symbols, String name) {
    return symbols.find(name).orElseThrow(() -> new LibraryFault("no function " + name));
  }

  @SuppressWarnings("restricted") // what this package is for
  private static MethodHandle handle(
      String name, MemorySegment address, FunctionDescriptor descriptor) {
    if (address.address() == 0) {
      throw new LibraryFault("nothing at " + name);
    }
    return Linker.nativeLinker().downcallHandle(address, descriptor);
  }

  private record State(@Nullable SymbolLookup symbols, String description) {}

  /** Loads the library on first use, once, whether it is found or not. */
  private static final class Loaded {
    static final State STATE = load();

    @SuppressWarnings("restricted")
    private static State load() {
      try {
        SymbolLookup symbols =
            LibraryFile.use(file -> SymbolLookup.libraryLookup(file, Arena.global()));
        String versions = versions(symbols);
        if (!versions.contains(LIBJPEG) || !versions.contains(LIBWEBP)) {
          return new State(null, "a library of other versions: " + versions);
        }
        return new State(symbols, versions);
      } catch (IOException | RuntimeException | LinkageError e) {
        return new State(null, e.toString());
      }
    }

    /** Returns Leptonica's list of the libraries it was built with. */
    private static String versions(SymbolLookup symbols) {
      MethodHandle function =
          handle(
              "getImagelibVersions",
              find(symbols, "getImagelibVersions"),
              FunctionDescriptor.of(ValueLayout.ADDRESS));
      MethodHandle free =
          handle(
              "lept_free",
              find(symbols, "lept_free"),
              FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
      try {
        var text = (MemorySegment) function.invokeExact();
        String versions = Foreign.text(text);
        free.invokeExact(text);
        return versions;
      } catch (Throwable e) {
        throw Foreign.fault(e);
      }
    }
  }
}
