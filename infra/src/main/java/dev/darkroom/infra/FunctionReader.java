package dev.darkroom.infra;

import dev.darkroom.infra.Value.Absent;
import dev.darkroom.infra.Value.Fields;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code AWS::Serverless::Function} and SAM's {@code Globals} for it. */
final class FunctionReader {
  private static final int DEFAULT_BATCH_SIZE = 10;

  private final Value globals;
  private final Path folder;
  private final Problems problems;

  FunctionReader(Value globals, Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
    var sections = Properties.of(globals, problems);
    this.globals = sections.optional("Function").orElse(new Fields(globals.place(), Map.of()));
    sections.done();
  }

  ServerlessFunction read(Resource resource) {
    var function = Properties.of(merged(globals, resource.properties()), problems);
    var environment = function.nested("Environment");
    var variables = environment.named("Variables");
    environment.done();
    var events = new Events();
    function.named("Events").values().forEach(it -> events.read(Properties.of(it, problems)));
    var read =
        new ServerlessFunction(
            resource.logicalName(),
            folder.resolve(function.text("CodeUri")).normalize(),
            function.text("Handler"),
            function.integer("MemorySize"),
            function.seconds("Timeout"),
            variables,
            events.sources,
            events.routes,
            events.schedules);
    OnlyOnAws.ignore(ResourceType.FUNCTION, function);
    function.done();
    return read;
  }

  /** What calls a function. */
  private static final class Events {
    private final List<QueueSource> sources = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final List<Schedule> schedules = new ArrayList<>();

    void read(Properties event) {
      var type = event.text("Type");
      var properties = event.nested("Properties");
      switch (type) {
        case "SQS" -> sources.add(queueSource(properties));
        case "HttpApi" -> routes.add(route(properties));
        case "ScheduleV2" -> schedules.add(schedule(properties));
        default -> event.fault("events of type " + type + " are not read");
      }
      event.done();
    }
  }

  private static Schedule schedule(Properties schedule) {
    var expression = schedule.text("ScheduleExpression");
    var rate = Schedule.rate(expression);
    if (rate.isEmpty()) {
      schedule.fault("a rate like 'rate(1 hour)' is expected, not '" + expression + "'");
    }
    var read = new Schedule(rate.orElse(Duration.ofDays(1)), schedule.text("Input"));
    schedule.ignore("RetryPolicy");
    schedule.done();
    return read;
  }

  private static QueueSource queueSource(Properties source) {
    var scaling = source.nested("ScalingConfig");
    var metrics = source.nested("MetricsConfig");
    var read =
        new QueueSource(
            source.reference("Queue", ResourceType.QUEUE, "Arn"),
            source.optionalInteger("BatchSize").orElse(DEFAULT_BATCH_SIZE),
            source.optionalSeconds("MaximumBatchingWindowInSeconds").orElse(Duration.ZERO),
            source.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"),
            metrics.texts("Metrics").contains("EventCount"),
            scaling.optionalInteger("MaximumConcurrency"));
    scaling.done();
    metrics.done();
    source.done();
    return read;
  }

  private static Route route(Properties api) {
    var route = new Route(api.text("Method"), api.text("Path"));
    api.ignore("ApiId", "Auth");
    api.done();
    return route;
  }

  /** Merges globals as SAM does: mappings key by key, everything else by replacing. */
  private static Value merged(Value global, Value own) {
    if (own instanceof Absent) {
      return global;
    }
    if (!(global instanceof Fields defaults) || !(own instanceof Fields fields)) {
      return own;
    }
    var merged = new LinkedHashMap<>(defaults.values());
    fields.values().forEach((key, value) -> merged.merge(key, value, FunctionReader::merged));
    return new Fields(own.place(), merged);
  }
}
