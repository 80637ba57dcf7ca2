package dev.darkroom.operate.reprocess;

import static dev.darkroom.operate.fake.Uploads.ADA;
import static dev.darkroom.operate.fake.Uploads.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.operate.fake.Uploads;
import dev.darkroom.operate.place.RefusedException;
import dev.darkroom.operate.results.Position;
import dev.darkroom.operate.results.ResultWalk;
import dev.darkroom.operate.results.ResultWalk.Listed;
import dev.darkroom.operate.terminal.Pace;
import dev.darkroom.operate.terminal.Rate;
import dev.darkroom.operate.terminal.Screen;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.reprocess.Reprocessing;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RunTest {
  private static final Filter ANY =
      new Filter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
  private static final Filter GAVE_UP =
      new Filter(
          Optional.empty(),
          Optional.empty(),
          Optional.of(ErrorCode.GAVE_UP),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final Uploads uploads = new Uploads();
  private final List<MediaId> sent = Collections.synchronizedList(new ArrayList<>());
  private int sendsLeft = Integer.MAX_VALUE;

  private synchronized void send(MediaKind kind, JobEvent job) {
    if (sendsLeft-- <= 0) {
      throw new IllegalStateException("no connection");
    }
    OriginalKey original = OriginalKey.parse(job.key()).orElseThrow();
    assertThat(original.kind()).isEqualTo(kind);
    sent.add(original.id());
  }

  private Run run(boolean dryRun, Pace pace) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    var clock = Clock.fixed(Uploads.NOW, ZoneOffset.UTC);
    return new Run(
        uploads.store(),
        new Reprocessing(uploads.store(), this::send, clock, "media"),
        dryRun,
        pace,
        new Screen(nowhere, nowhere, false),
        new Tally());
  }

  private static Pace unlimited() {
    return new Pace(Optional.empty(), Pace.Time.SYSTEM);
  }

  private ResultWalk walk(Optional<Owner> owner, Optional<Position> after) {
    return new ResultWalk(uploads.store(), owner, after);
  }

  private Tally select(Filter filter) {
    Run run = run(false, unlimited());
    run.matching(walk(Optional.empty(), Optional.empty()), filter);
    return run.tally();
  }

  @Test
  void aCodeSelectsWhatFailedWithItOrLacksAnOutputForIt() {
    MediaId failed = uploads.failed(ADA, MediaKind.IMAGE, ErrorCode.GAVE_UP);
    MediaId lacking = uploads.lacking(BOB, MediaKind.VIDEO, ErrorCode.GAVE_UP);
    uploads.failed(ADA, MediaKind.IMAGE, ErrorCode.CORRUPT_FILE);
    uploads.completed(ADA, MediaKind.IMAGE);
    uploads.unreadable(ADA);

    Tally tally = select(GAVE_UP);

    assertThat(sent).containsExactlyInAnyOrder(failed, lacking);
    assertThat(tally.count(Outcome.SENT)).isEqualTo(2);
    assertThat(tally.count(Outcome.OTHER)).isEqualTo(3);
  }

  @Test
  void kindStatusAndOwnerSelect() {
    MediaId video = uploads.completed(ADA, MediaKind.VIDEO);
    MediaId failed = uploads.failed(ADA, MediaKind.IMAGE, ErrorCode.CORRUPT_FILE);
    MediaId bobs = uploads.completed(BOB, MediaKind.IMAGE);
    var nothing = Optional.<Instant>empty();

    select(
        new Filter(
            Optional.of(MediaKind.VIDEO),
            Optional.empty(),
            Optional.empty(),
            nothing,
            nothing,
            Optional.empty()));
    assertThat(sent).containsExactly(video);

    select(
        new Filter(
            Optional.empty(),
            Optional.of(Status.FAILED),
            Optional.empty(),
            nothing,
            nothing,
            Optional.empty()));
    assertThat(sent).containsExactly(video, failed);

    run(false, unlimited()).matching(walk(Optional.of(BOB), Optional.empty()), ANY);
    assertThat(sent).containsExactly(video, failed, bobs);
  }

  @Test
  void timesSelectByWhenTheResultWasMade() {
    uploads.completed(ADA, MediaKind.IMAGE);
    Listed listed = walk(Optional.empty(), Optional.empty()).next().getFirst();
    Instant at = listed.at();

    assertThat(between(at, at.plusMillis(1)).mayMatch(listed)).isTrue();
    assertThat(between(at.plusMillis(1), at.plusMillis(2)).mayMatch(listed)).isFalse();
    assertThat(between(at.minusMillis(1), at).mayMatch(listed)).isFalse();
  }

  private static Filter between(Instant since, Instant until) {
    return new Filter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(since),
        Optional.of(until),
        Optional.empty());
  }

  @Test
  void whatWasMadeWithOtherSettingsIsSelected() {
    MediaId picture = uploads.shapedBy(ADA, MediaKind.IMAGE, "aaaaaaaaaa");
    uploads.shapedBy(BOB, MediaKind.IMAGE, "bbbbbbbbbb");
    MediaId before = uploads.completed(BOB, MediaKind.IMAGE);
    MediaId video = uploads.completed(ADA, MediaKind.VIDEO);
    var current = new CurrentSettings(Map.of(MediaKind.IMAGE, "bbbbbbbbbb"));

    select(
        new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(current)));

    assertThat(sent).containsExactlyInAnyOrder(picture, before).doesNotContain(video);
  }

  @Test
  void theNewestResultOfAKindTellsTheSettings() {
    uploads.shapedBy(ADA, MediaKind.IMAGE, "aaaaaaaaaa");
    uploads.shapedBy(BOB, MediaKind.VIDEO, "cccccccccc");
    uploads.shapedBy(ADA, MediaKind.IMAGE, "bbbbbbbbbb");
    uploads.failed(ADA, MediaKind.IMAGE, ErrorCode.GAVE_UP);

    assertThat(CurrentSettings.find(uploads.store()).fingerprints())
        .isEqualTo(Map.of(MediaKind.IMAGE, "bbbbbbbbbb", MediaKind.VIDEO, "cccccccccc"));
  }

  @Test
  void withoutAResultThatTellsTheSettingsNothingIsSelected() {
    uploads.completed(ADA, MediaKind.IMAGE);

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> CurrentSettings.find(uploads.store()))
        .withMessageContaining("process one upload");
  }

  @Test
  void whatCannotBeReadIsSelectedUnlessItsContentMatters() {
    MediaId unreadable = uploads.unreadable(ADA);

    select(GAVE_UP);
    assertThat(sent).isEmpty();

    select(ANY);
    assertThat(sent).containsExactly(unreadable);
  }

  @Test
  void aDryRunSendsNothing() {
    uploads.failed(ADA, MediaKind.IMAGE, ErrorCode.GAVE_UP);
    Run run = run(true, unlimited());

    run.matching(walk(Optional.empty(), Optional.empty()), GAVE_UP);

    assertThat(run.tally().count(Outcome.SENT)).isEqualTo(1);
    assertThat(sent).isEmpty();
  }

  @Test
  void whatIsOnItsWayIsNotSentAgainAndWhatHasNoOriginalNever() {
    uploads.completed(ADA, MediaKind.IMAGE);
    uploads.completed(BOB, MediaKind.VIDEO);
    uploads.deleteOriginals(BOB, MediaKind.VIDEO);

    select(ANY);
    Tally again = select(ANY);

    assertThat(sent).hasSize(1);
    assertThat(again.count(Outcome.PENDING)).isEqualTo(1);
    assertThat(again.count(Outcome.NO_ORIGINAL)).isEqualTo(1);
  }

  @Test
  void jobsAreSentNoFasterThanTheRate() {
    for (int i = 0; i < 3; i++) {
      uploads.completed(ADA, MediaKind.IMAGE);
    }
    var slept = new ArrayList<Duration>();
    var time =
        new Pace.Time() {
          private long nanos;

          @Override
          public long nanos() {
            return nanos;
          }

          @Override
          public void sleep(Duration duration) {
            slept.add(duration);
            nanos += duration.toNanos();
          }
        };
    var pace = new Pace(Optional.of(new Rate(Duration.ofSeconds(1))), time);

    run(false, pace).matching(walk(Optional.empty(), Optional.empty()), ANY);

    assertThat(sent).hasSize(3);
    assertThat(slept).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  @Test
  void aRunThatIsCutOffContinuesWhereItWas() {
    List<MediaId> all =
        IntStream.range(0, 100).mapToObj(_ -> uploads.completed(ADA, MediaKind.IMAGE)).toList();
    sendsLeft = 40;
    Tally cutOff = select(ANY);
    assertThat(cutOff.fault()).hasValueSatisfying(it -> assertThat(it).hasMessage("no connection"));
    assertThat(cutOff.count(Outcome.FAILED)).isPositive();
    List<MediaId> before = List.copyOf(sent);
    sent.clear();
    sendsLeft = Integer.MAX_VALUE;

    Run rest = run(false, unlimited());
    rest.matching(walk(Optional.empty(), cutOff.position()), ANY);

    assertThat(rest.tally().total()).isEqualTo(68);
    assertThat(before).hasSize(40).doesNotContainAnyElementsOf(sent);
    assertThat(sent).hasSize(60);
    assertThat(all).containsAll(before).containsAll(sent);
  }

  @Test
  void namedUploadsAreFoundWhoeverOwnsThem() {
    MediaId bobs = uploads.completed(BOB, MediaKind.VIDEO);
    MediaId waiting = uploads.queued(ADA);
    MediaId unknown = new MediaId("0123456789abcdefghjkmnpqrs");
    Run run = run(false, unlimited());

    run.these(List.of(bobs, waiting, unknown), Optional.empty());

    assertThat(sent).containsExactly(bobs, waiting);
    assertThat(run.tally().count(Outcome.UNKNOWN)).isEqualTo(1);
  }

  @Test
  void namedUploadsOfAnotherOwnerAreUnknown() {
    MediaId bobs = uploads.completed(BOB, MediaKind.VIDEO);
    Run run = run(false, unlimited());

    run.these(List.of(bobs), Optional.of(ADA));

    assertThat(sent).isEmpty();
    assertThat(run.tally().count(Outcome.UNKNOWN)).isEqualTo(1);
  }
}
