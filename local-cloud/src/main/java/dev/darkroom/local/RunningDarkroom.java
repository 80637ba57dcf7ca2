package dev.darkroom.local;

import dev.darkroom.host.FunctionHost;
import dev.darkroom.infra.ServerlessFunction;
import dev.darkroom.infra.Stack;
import dev.darkroom.local.alarm.AlarmWatch;
import dev.darkroom.local.provision.CloudAccess;
import dev.darkroom.local.provision.ProvisionedStack;
import dev.darkroom.local.provision.Provisioner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sns.SnsClient;

/** A local Darkroom that is ready: its services, its functions and its page. */
public final class RunningDarkroom implements AutoCloseable {
  private final Closing closing;
  private final Path data;
  private final Map<String, String> environment;

  private RunningDarkroom(Closing closing, Path data, Map<String, String> environment) {
    this.closing = closing;
    this.data = data;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Starts everything, and returns when everything answers.
   *
   * @throws StartRefusedException if another process has the data folder or a port
   * @throws dev.darkroom.infra.TemplateException if the template or its parameters have faults
   * @throws IllegalArgumentException if the host refuses what the template asks for
   */
  public static RunningDarkroom start(Options options) throws IOException {
    var closing = new Closing();
    try {
      return start(options, closing);
    } catch (IOException | RuntimeException fault) {
      try (closing) {
        throw fault;
      }
    }
  }

  private static RunningDarkroom start(Options options, Closing closing) throws IOException {
    var data =
        DataFolder.take(options.data())
            .orElseThrow(
                () ->
                    new StartRefusedException(
                        "another Darkroom runs on the data folder "
                            + options.data().toAbsolutePath().normalize()));
    closing.add(data);
    Ports.check(options);
    var cloud =
        options.endpoint().isPresent()
            ? CloudAccess.emulator(options.endpoint().get())
            : EmbeddedCloud.start(options, data, closing);
    var stack = Stack.read(options.template(), LocalDeployment.of(options, cloud));

    var sqs = closing.add(cloud.sqsClient());
    var sns = closing.add(cloud.snsClient());
    ProvisionedStack provisioned;
    try (var s3 = cloud.s3Client()) {
      provisioned = new Provisioner(s3, sqs, sns).provision(stack);
    }
    if (mailsAreFiles(options)) {
      new MailReader(data.mail(), sns).confirm(stack.subscriptions(), provisioned);
    }

    var wiring = new FunctionWiring(stack, provisioned, cloud, options);
    var host = closing.add(FunctionHost.start(wiring.config(data, sqs)));
    FirstAnswer.await(host.http());
    closing.add(AlarmWatch.start(stack, host.management(), data.alarms(), tell(sns, provisioned)));
    var environment = environment(options, stack, provisioned, cloud, data, host);
    data.publish(new EnvironmentFile(environment));
    return new RunningDarkroom(closing, data.root(), environment);
  }

  /** Collects the functions' variables and the addresses that people need. */
  private static Map<String, String> environment(
      Options options,
      Stack stack,
      ProvisionedStack provisioned,
      CloudAccess cloud,
      DataFolder data,
      FunctionHost host) {
    var environment = new TreeMap<String, String>();
    for (ServerlessFunction function : stack.functions()) {
      environment.putAll(provisioned.environment(function));
    }
    environment.keySet().removeIf(name -> !name.startsWith("DARKROOM_"));
    // An empty setting is one that is not set.
    environment.values().removeIf(String::isEmpty);
    environment.remove("DARKROOM_AUTHENTICATION");
    environment.remove("DARKROOM_LOG");
    environment.putAll(provisioned.queueVariables());
    environment.putAll(cloud.environment());
    environment.put("DARKROOM_URL", host.http().toString());
    environment.put("DARKROOM_METRICS", host.management().toString());
    if (mailsAreFiles(options)) {
      environment.put("DARKROOM_MAIL", data.mail().toString());
    }
    return environment;
  }

  /** Tells of alarms on the terminal and to the subscribers of their topic. */
  private static Consumer<String> tell(SnsClient sns, ProvisionedStack provisioned) {
    var topic = provisioned.topic("Alarms");
    return change -> {
      System.out.println(change);
      sns.publish(
          request -> request.topicArn(topic).subject(change.split(":", 2)[0]).message(change));
    };
  }

  /** Whether mails go to files: neither an emulator nor a mail server takes them. */
  private static boolean mailsAreFiles(Options options) {
    return options.endpoint().isEmpty() && options.smtp().isEmpty();
  }

  public Path data() {
    return data;
  }

  /** Variables with every address, the same as in {@code DATA/env}. */
  public Map<String, String> environment() {
    return environment;
  }

  /** Takes no more work, ends the functions, then the services. */
  @Override
  public void close() throws IOException {
    closing.close();
  }
}
