package dev.darkroom.host.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Does what its event says: {@code {"do": "command argument"}}, or the same as the body of an SQS
 * message or a request. How it starts is told by the variable {@code SAMPLE_INIT}.
 */
public final class Sample implements RequestStreamHandler {

  private static final Pattern COMMAND =
      Pattern.compile("\"(?:do|body)\":\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern MESSAGE_ID = Pattern.compile("\"messageId\":\"([^\"]+)\"");

  public Sample() throws Exception {
    String[] init = System.getenv().getOrDefault("SAMPLE_INIT", "ready").split(" ", -1);
    switch (init[0]) {
      case "ready" -> System.out.println("sample is ready");
      case "exit" -> System.exit(7);
      case "throw" -> throw new IllegalArgumentException("no configuration");
      case "sleep" -> Thread.sleep(Long.parseLong(init[1]));
      case "exit-once" -> {
        if (Files.notExists(Path.of(init[1]))) {
          Files.createFile(Path.of(init[1]));
          System.exit(7);
        }
      }
      case "sleep-once" -> {
        if (Files.notExists(Path.of(init[1]))) {
          Files.createFile(Path.of(init[1]));
          Thread.sleep(60_000);
        }
      }
      default -> throw new IllegalStateException("unknown: " + init[0]);
    }
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    String event = new String(in.readAllBytes(), UTF_8);
    Matcher found = COMMAND.matcher(event);
    String command = found.find() ? found.group(1).replace("\\\"", "\"") : "echo";
    int space = command.indexOf(' ');
    String argument = space < 0 ? "" : command.substring(space + 1);
    String verb = space < 0 ? command : command.substring(0, space);
    out.write(answer(verb, argument, event, context).getBytes(UTF_8));
  }

  private static String answer(String verb, String argument, String event, Context context) {
    return switch (verb) {
      case "echo" -> event;
      case "answer" -> withIds(argument, event);
      case "throw" -> throw new IllegalStateException(argument);
      case "print" -> {
        System.out.println(argument);
        yield "null";
      }
      case "print-event" -> {
        System.out.println("event " + event);
        yield "null";
      }
      case "print-count" -> {
        System.out.println("records " + MESSAGE_ID.matcher(event).results().count());
        yield "null";
      }
      case "sleep" -> {
        sleep(Long.parseLong(argument));
        yield "\"slept\"";
      }
      case "exit" -> {
        Runtime.getRuntime().halt(Integer.parseInt(argument));
        yield "";
      }
      case "allocate" -> {
        byte[] held = new byte[Integer.parseInt(argument) << 20];
        // The host looks at memory some times a second only.
        sleep(5_000);
        yield Integer.toString(held.length);
      }
      case "pid" -> Long.toString(ProcessHandle.current().pid());
      case "large" -> "\"" + "x".repeat(Integer.parseInt(argument)) + "\"";
      case "environment" ->
          System.getenv().entrySet().stream()
              .map(variable -> quote(variable.getKey()) + ":" + quote(variable.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case "context" ->
          "{\"requestId\":%s,\"remaining\":%d,\"arn\":%s,\"directory\":%s}"
              .formatted(
                  quote(context.getAwsRequestId()),
                  context.getRemainingTimeInMillis(),
                  quote(context.getInvokedFunctionArn()),
                  quote(Objects.requireNonNull(System.getProperty("user.dir"))));
      // A body that is no command, base64 for example.
      default -> event;
    };
  }

  /** Puts the ids of the batch in place of {@code #0}, {@code #1} and so on. */
  private static String withIds(String template, String event) {
    String answer = template;
    Matcher ids = MESSAGE_ID.matcher(event);
    for (int i = 0; ids.find(); i++) {
      answer = answer.replace("#" + i, ids.group(1));
    }
    return answer;
  }

  private static String quote(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
