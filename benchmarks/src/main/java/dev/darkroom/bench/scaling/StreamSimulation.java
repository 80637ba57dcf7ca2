package dev.darkroom.bench.scaling;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Sends videos through the video worker, which plans them, and the stream worker, which codes
 * segments and sound, and finishes a video once all its parts are there.
 */
final class StreamSimulation {
  /** From an object that S3 stored to its message; AWS names no figure, it is usually less. */
  private static final double EVENT_SECONDS = 1;

  /** One request that sends ten messages. */
  private static final double SEND_SECONDS = 0.02;

  private static final int MESSAGES_PER_SEND = 10;

  /** An assumption: what one function reads from S3, or writes there, in a second. */
  private static final double S3_MEGABYTES_PER_SECOND = 60;

  /** How much harder or easier than the mean a segment is: sigma of a log-normal distribution. */
  private static final double CONTENT_SIGMA = 0.25;

  /** One for every message that a mapping reads and deletes, and for a tenth of a send. */
  private static final double SQS_REQUESTS_PER_MESSAGE = 2.1;

  /** Plan, input and the ranges of the original that a segment reads. */
  private static final int READS_PER_SEGMENT = 4;

  private static final double MEGABYTES_PER_UPLOAD_PART = 8;

  private static final int PLANNER_CONCURRENCY = 50;
  private static final int KEYS_PER_LIST = 1_000;

  private final UnitCosts costs;
  private final Random random;
  private final Clock clock = new Clock();
  private final Account account = new Account();
  private final SimulatedFunction planner;
  private final SimulatedFunction coder;

  private StreamSimulation(UnitCosts costs, int concurrency, Random random) {
    this.costs = costs;
    this.random = random;
    planner = function(PLANNER_CONCURRENCY);
    coder = function(concurrency);
  }

  private SimulatedFunction function(int concurrency) {
    return new SimulatedFunction(
        clock, account, concurrency, costs.coldStartSeconds(), costs.memoryMegabytes());
  }

  /** One video's way: when its parts were over, and what took the time. */
  private static final class Way {
    private final Map<Limit, Double> shares = new EnumMap<>(Limit.class);
    private int partsLeft;
    private double planned;
    private double coded;
    private double finished;
    private double finishSeconds;

    /** Divides a stretch of the way into what its message waited for, and the work. */
    void add(double seconds, Held held, Limit work) {
      shares.merge(Limit.RAMP, held.ramp(), Double::sum);
      shares.merge(Limit.CONCURRENCY, held.setting(), Double::sum);
      shares.merge(Limit.ACCOUNT, held.account(), Double::sum);
      double waited = held.ramp() + held.setting() + held.account();
      shares.merge(work, seconds - waited, Double::sum);
    }
  }

  /**
   * Simulates until the last video is finished.
   *
   * @param concurrency most invocations of the stream worker at a time
   */
  static Outcome run(List<Video> videos, UnitCosts costs, int concurrency, Random random) {
    var simulation = new StreamSimulation(costs, concurrency, random);
    List<Way> ways = videos.stream().map(simulation::upload).toList();
    simulation.clock.run();
    return simulation.outcome(ways);
  }

  private Way upload(Video video) {
    var way = new Way();
    double sending = SEND_SECONDS * Math.ceilDiv(video.parts(), MESSAGES_PER_SEND);
    clock.after(
        video.arrival() + EVENT_SECONDS,
        () -> planner.send(costs.planSeconds() + sending, held -> code(video, way, held)));
    return way;
  }

  private void code(Video video, Way way, Held held) {
    way.planned = clock.now() - video.arrival();
    way.add(way.planned, held, Limit.PLAN);
    way.partsLeft = video.parts();
    if (video.codesSound()) {
      part(video, way, costs.soundSecondsPerSecond() * video.seconds(), Limit.SOUND);
    }
    for (double segment : video.segments()) {
      double content = Math.exp(CONTENT_SIGMA * (random.nextGaussian() - CONTENT_SIGMA / 2));
      part(
          video,
          way,
          costs.segmentSeconds()
              + costs.codeSecondsPerFrame() * video.framesPerSecond() * segment * content,
          Limit.SEGMENT);
    }
  }

  private void part(Video video, Way way, double seconds, Limit work) {
    int lists = Math.ceilDiv(video.parts(), KEYS_PER_LIST);
    account.pay(
        SQS_REQUESTS_PER_MESSAGE * Prices.SQS_REQUEST
            + READS_PER_SEGMENT * Prices.S3_READ
            + (1 + lists) * Prices.S3_WRITE);
    coder.send(
        seconds,
        held -> {
          way.partsLeft--;
          if (way.partsLeft == 0) {
            way.coded = clock.now() - video.arrival();
            way.add(way.coded - way.planned, held, work);
            finish(video, way);
          }
        });
  }

  private void finish(Video video, Way way) {
    double megabytes = costs.ladderMegabytesPerSecond() * video.seconds();
    way.finishSeconds =
        megabytes * (costs.finishSecondsPerMegabyte() + 2 / S3_MEGABYTES_PER_SECOND);
    account.pay(
        SQS_REQUESTS_PER_MESSAGE * Prices.SQS_REQUEST
            + video.parts() * Prices.S3_READ
            + (6 + megabytes / MEGABYTES_PER_UPLOAD_PART) * Prices.S3_WRITE);
    coder.send(
        way.finishSeconds,
        held -> {
          way.finished = clock.now() - video.arrival();
          way.add(way.finished - way.coded, held, Limit.FINISH);
        });
  }

  /**
   * How a run went.
   *
   * @param finished when each video was, in seconds after its upload, in ascending order
   * @param planned mean time after the upload at which the last message was sent, in seconds
   * @param coded mean time after the upload at which the last part was there, in seconds
   * @param longestFinish how long the longest finish took, in seconds
   * @param peak most invocations of the stream worker at a time
   * @param meanBusy invocations of the stream worker at a time, in the mean
   * @param usd of everything
   * @param limit what took or held up most of the time
   */
  record Outcome(
      List<Double> finished,
      double planned,
      double coded,
      double longestFinish,
      int peak,
      double meanBusy,
      double usd,
      Limit limit) {
    /** Returns the time within which a share of the videos were finished, in seconds. */
    double within(double share) {
      return finished.get((int) Math.ceil(share * finished.size()) - 1);
    }
  }

  private Outcome outcome(List<Way> ways) {
    return new Outcome(
        ways.stream().map(way -> way.finished).sorted().toList(),
        ways.stream().mapToDouble(way -> way.planned).average().orElseThrow(),
        ways.stream().mapToDouble(way -> way.coded).average().orElseThrow(),
        ways.stream().mapToDouble(way -> way.finishSeconds).max().orElseThrow(),
        coder.peak(),
        coder.busySeconds() / clock.now(),
        account.usd(),
        largestShare(ways));
  }

  private static Limit largestShare(List<Way> ways) {
    var sum = new EnumMap<Limit, Double>(Limit.class);
    for (Way way : ways) {
      way.shares.forEach((limit, seconds) -> sum.merge(limit, seconds, Double::sum));
    }
    return Collections.max(sum.entrySet(), Map.Entry.comparingByValue()).getKey();
  }
}
