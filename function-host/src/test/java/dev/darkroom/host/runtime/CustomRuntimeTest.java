package dev.darkroom.host.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.host.TestHost;
import dev.darkroom.host.sample.FunctionZip;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door of native binaries, with a shell script in their place. */
class CustomRuntimeTest {

  private static final String ECHO =
      """
      #!/bin/sh
      API="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime"
      while true; do
        EVENT=$(curl -sS -D "$TMPDIR/headers" "$API/invocation/next") || exit 1
        ID=$(sed -n 's/^Lambda-Runtime-Aws-Request-Id: *\\([^[:space:]]*\\).*/\\1/Ip' "$TMPDIR/headers")
        curl -sS -o /dev/null -d "{\\"handler\\":\\"$_HANDLER\\",\\"event\\":$EVENT}" \\
          "$API/invocation/$ID/response"
      done
      """;

  @Test
  void aPackageWithABootstrapRunsIt(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "the script needs curl");
    var spec =
        new FunctionSpec(
            "sample",
            FunctionZip.ofBootstrap(folder, ECHO),
            "not.used",
            TestHost.AMPLE_MEMORY_MIB,
            TestHost.AMPLE_TIME,
            1,
            Map.of());
    try (TestHost host = TestHost.in(folder).function(spec).start()) {
      assertThat(host.ask("echo"))
          .isEqualTo("{\"handler\":\"not.used\",\"event\":{\"do\":\"echo\"}}");
      assertThat(host.ask("again")).contains("again");
    }
  }
}
