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
    var sources = new ArrayList<QueueSource>();
    var routes = new ArrayList<Route>();
    function
        .named("Events")
        .values()
        .forEach(event -> readEvent(Properties.of(event, problems), sources, routes));
    var read =
        new ServerlessFunction(
            resource.logicalName(),
            folder.resolve(function.text("CodeUri")).normalize(),
            function.text("Handler"),
            function.integer("MemorySize"),
            function.seconds("Timeout"),
            variables,
            sources,
            routes);
    OnlyOnAws.ignore(ResourceType.FUNCTION, function);
    function.done();
    return read;
  }

  private void readEvent(Properties event, List<QueueSource> sources, List<Route> routes) {
    var type = event.text("Type");
    var properties = event.nested("Properties");
    switch (type) {
      case "SQS" -> sources.add(queueSource(properties));
      case "HttpApi" -> routes.add(route(properties));
      default -> event.fault("events of type " + type + " are not read");
    }
    event.done();
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
