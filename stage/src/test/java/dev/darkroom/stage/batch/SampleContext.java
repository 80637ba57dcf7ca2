package dev.darkroom.stage.batch;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;
import java.time.Duration;

/** The context of an invocation that has an id and an end, and nothing else. */
public final class SampleContext {
  public static final String REQUEST_ID = "8c1f7b1e-5d0c-4f2a-9a54-0f6d8b1a2c3d";

  private SampleContext() {}

  public static Context context(Duration remaining) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "getRemainingTimeInMillis" -> Math.toIntExact(remaining.toMillis());
                  case "getAwsRequestId" -> REQUEST_ID;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
