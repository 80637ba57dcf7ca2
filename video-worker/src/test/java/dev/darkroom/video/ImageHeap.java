package dev.darkroom.video;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.channels.Channel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Finds objects that a native build refuses: those that the static fields of a class initialized at
 * build time reach, and that exist at run time only. Follows fields of Darkroom's and JCodec's
 * objects, and elements of arrays, collections, maps and optionals.
 */
final class ImageHeap {
  private static final List<String> FOLLOWED = List.of("dev.darkroom.", "org.jcodec.");

  /** These hold addresses, threads, open files or seeds, which belong to one process. */
  private static final List<Class<?>> RUN_TIME_ONLY =
      List.of(
          Arena.class,
          Channel.class,
          ClassLoader.class,
          MemorySegment.class,
          Process.class,
          ProcessHandle.class,
          RandomGenerator.class,
          SymbolLookup.class,
          Thread.class);

  private final Collection<String> initializedAtRunTime;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Reached> pending = new ArrayDeque<>();

  private record Reached(String path, Object object) {}

  /**
   * @param initializedAtRunTime names of classes and packages
   */
  ImageHeap(Collection<String> initializedAtRunTime) {
    this.initializedAtRunTime = initializedAtRunTime;
  }

  boolean isInitializedAtRunTime(String className) {
    return initializedAtRunTime.stream()
        .anyMatch(name -> className.equals(name) || className.startsWith(name + "."));
  }

  /** Returns the path to each refused object that the static fields of a class reach. */
  List<String> refusedIn(Class<?> type) throws ReflectiveOperationException {
    var refused = new ArrayList<String>();
    addFields(type.getName(), type, null);
    while (!pending.isEmpty()) {
      Reached next = pending.remove();
      if (isRefused(next.object.getClass())) {
        refused.add(next.path + ": " + next.object.getClass().getName());
      } else {
        follow(next);
      }
    }
    return refused;
  }

  private boolean isRefused(Class<?> type) {
    return isInitializedAtRunTime(type.getName())
        || RUN_TIME_ONLY.stream().anyMatch(each -> each.isAssignableFrom(type));
  }

  private void follow(Reached at) throws ReflectiveOperationException {
    switch (at.object) {
      case Object[] array -> Arrays.asList(array).forEach(each -> add(at.path + "[]", each));
      case Optional<?> optional -> optional.ifPresent(each -> add(at.path + "[]", each));
      case Collection<?> all -> all.forEach(each -> add(at.path + "[]", each));
      case Map<?, ?> map -> {
        map.keySet().forEach(key -> add(at.path + "[]", key));
        map.values().forEach(value -> add(at.path + "[]", value));
      }
      default -> {
        for (Class<?> c = at.object.getClass(); c != null; c = c.getSuperclass()) {
          if (FOLLOWED.stream().anyMatch(c.getName()::startsWith)) {
            addFields(at.path, c, at.object);
          }
        }
      }
    }
  }

  /**
   * @param object null for static fields
   */
  private void addFields(String path, Class<?> type, @Nullable Object object)
      throws ReflectiveOperationException {
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) != (object == null)
          || field.getType().isPrimitive()) {
        continue;
      }
      field.setAccessible(true);
      add(path + "." + field.getName(), field.get(object));
    }
  }

  private void add(String path, @Nullable Object object) {
    if (object != null && seen.add(object)) {
      pending.add(new Reached(path, object));
    }
  }
}
