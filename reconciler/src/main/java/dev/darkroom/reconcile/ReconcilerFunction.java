package dev.darkroom.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.metrics.Metric;
import dev.darkroom.stage.metrics.Metrics;
import dev.darkroom.stage.metrics.Observation;
import jakarta.inject.Named;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Finds and mends what events lost, each time that the schedule or a person calls. */
@Named("reconciler")
public final class ReconcilerFunction implements RequestHandler<Request, Report> {
  private static final Logger LOG = Logger.getLogger(ReconcilerFunction.class);
  private static final String STAGE = "reconciler";

  private final Reconciliation reconciliation;
  private final ReconcilerSettings settings;
  private final Stage stage = Stage.ofEnvironment(STAGE);
  private final Metrics metrics = new Metrics(STAGE);

  ReconcilerFunction(Reconciliation reconciliation, ReconcilerSettings settings) {
    this.reconciliation = reconciliation;
    this.settings = settings;
  }

  @Override
  public Report handleRequest(Request request, Context context) {
    long start = System.nanoTime();
    Report report =
        reconciliation.run(request.age(), Deadline.of(context, settings.answerReserve()));
    LOG.infof("%s", report);
    state(report, Duration.ofNanos(System.nanoTime() - start));
    return report;
  }

  private void state(Report report, Duration took) {
    Observation observation =
        Observation.ofStage()
            .with(Metric.SCANNED, report.scanned())
            .with(Metric.RESENT, report.resent())
            .with(Metric.ORPHANS_DELETED, report.orphansDeleted())
            .with(Metric.REANNOUNCED, report.reannounced())
            .with(Metric.FAILURES, report.failed())
            .with(Metric.DURATION, took.toMillis());
    Double cost = stage.cost(took);
    if (cost != null) {
      observation.with(Metric.ESTIMATED_COST_USD, cost);
    }
    metrics.state(observation);
  }
}
