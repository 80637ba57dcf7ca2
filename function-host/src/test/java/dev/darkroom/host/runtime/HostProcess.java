package dev.darkroom.host.runtime;

import dev.darkroom.host.TestHost;
import java.nio.file.Path;
import java.util.Map;

/** A host of its own process: prints the process of its function, then keeps it busy. */
final class HostProcess {

  private HostProcess() {}

  public static void main(String[] arguments) throws Exception {
    TestHost host = TestHost.in(Path.of(arguments[0])).sample(1, Map.of()).start();
    System.out.println(host.ask("pid"));
    host.tell(arguments[1]);
    Thread.sleep(Long.MAX_VALUE);
  }
}
