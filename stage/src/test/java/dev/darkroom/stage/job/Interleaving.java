package dev.darkroom.stage.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs several actors one step at a time, in an order that a seed determines. Actors take turns at
 * each call of {@link #step}; some are drawn far more often than others, as if the others stalled.
 */
public final class Interleaving {
  private final Random random;
  private final List<Actor> actors = new ArrayList<>();
  private final Semaphore idle = new Semaphore(0);
  private @Nullable Actor running;
  private int started;

  public Interleaving(Random random) {
    this.random = random;
  }

  /** What an actor does. */
  @FunctionalInterface
  public interface Task {
    void run() throws Exception;
  }

  /** Ends an actor at once, as a crash ends a process. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private static final class Actor {
    private final Semaphore turn = new Semaphore(0);
    private final int speed;
    private boolean killed;
    private boolean ended;

    Actor(int speed) {
      this.speed = speed;
    }
  }

  /**
   * Adds an actor.
   *
   * @param ended takes what the task threw, or null
   */
  public void start(Task task, Consumer<@Nullable Throwable> ended) {
    var actor = new Actor((int) Math.pow(10, random.nextInt(4)));
    actors.add(actor);
    Thread.ofVirtual()
        .name("actor " + ++started)
        .start(
            () -> {
              actor.turn.acquireUninterruptibly();
              Throwable failure = null;
              try {
                task.run();
              } catch (Throwable e) {
                failure = e;
              }
              ended.accept(failure);
              actor.ended = true;
              idle.release();
            });
  }

  /** Ends the turn of the calling actor. Returns in its next one, or throws if it was killed. */
  public void step() {
    Actor me = running;
    if (me == null) {
      return;
    }
    idle.release();
    me.turn.acquireUninterruptibly();
    if (me.killed) {
      throw new Killed();
    }
  }

  public boolean idle() {
    return actors.isEmpty();
  }

  public int actors() {
    return actors.size();
  }

  /**
   * Gives one actor its turn.
   *
   * @param kill whether it ends instead of doing what comes next
   */
  public void turn(boolean kill) {
    int drawn = random.nextInt(actors.stream().mapToInt(actor -> actor.speed).sum());
    int at = 0;
    while (drawn >= actors.get(at).speed) {
      drawn -= actors.get(at++).speed;
    }
    Actor actor = actors.get(at);
    actor.killed |= kill;
    running = actor;
    actor.turn.release();
    idle.acquireUninterruptibly();
    running = null;
    if (actor.ended) {
      actors.remove(actor);
    }
  }
}
