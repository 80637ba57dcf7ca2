package dev.darkroom.stage.store;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A bucket that is strict about conditions as S3 is, with MD5 as ETag. */
public final class InMemoryObjectStore implements ObjectStore {
  private final TreeMap<String, Stored> objects = new TreeMap<>();
  private final Set<Assembly> assemblies = new HashSet<>();
  private final InstantSource clock;

  public InMemoryObjectStore() {
    this(InstantSource.system());
  }

  /**
   * @param clock tells when an object is written
   */
  public InMemoryObjectStore(InstantSource clock) {
    this.clock = clock;
  }

  private static final class Stored {
    private final ObjectInfo info;
    private final byte[] bytes;

    Stored(ObjectInfo info, byte[] bytes) {
      this.info = info;
      this.bytes = bytes.clone();
    }
  }

  @Override
  public synchronized Optional<ObjectInfo> head(String key) {
    return Optional.ofNullable(objects.get(key)).map(stored -> stored.info);
  }

  @Override
  public synchronized Read open(String key, String etag) {
    return openRange(key, etag, 0, Integer.MAX_VALUE);
  }

  @Override
  public synchronized Read openRange(String key, String etag, long from, long length) {
    if (from < 0 || length < 1) {
      throw new IllegalArgumentException("no range: " + length + " bytes from " + from);
    }
    Stored stored = objects.get(key);
    if (stored == null || !stored.info.etag().equals(etag)) {
      return new Read.Gone();
    }
    int start = (int) Math.min(from, stored.bytes.length);
    int end = start + (int) Math.min(length, stored.bytes.length - start);
    byte[] range = Arrays.copyOfRange(stored.bytes, start, end);
    return new Read.Opened(stored.info, new ByteArrayInputStream(range));
  }

  @Override
  public synchronized Read openTail(String key, String etag, long length) {
    if (length < 1) {
      throw new IllegalArgumentException("no tail: " + length + " bytes");
    }
    long size = head(key).map(ObjectInfo::size).orElse(0L);
    return openRange(key, etag, Math.max(0, size - length), length);
  }

  @Override
  public synchronized Read openLatest(String key) {
    return head(key).map(info -> open(key, info.etag())).orElseGet(Read.Gone::new);
  }

  @Override
  public synchronized Write.Written put(String key, PutOptions options, byte[] bytes) {
    String etag = md5(bytes);
    var info =
        new ObjectInfo(
            key, etag, bytes.length, options.contentType(), clock.instant(), options.metadata());
    objects.put(key, new Stored(info, bytes));
    return new Write.Written(etag);
  }

  @Override
  public synchronized Write putIfAbsent(String key, PutOptions options, byte[] bytes) {
    return objects.containsKey(key) ? new Write.Lost() : put(key, options, bytes);
  }

  @Override
  public synchronized Write putIfMatch(String key, String etag, PutOptions options, byte[] bytes) {
    boolean matches = head(key).filter(info -> info.etag().equals(etag)).isPresent();
    return matches ? put(key, options, bytes) : new Write.Lost();
  }

  @Override
  public synchronized Assembly assemble(String key, PutOptions options) {
    var assembly = new InMemoryAssembly(this, key, options);
    assemblies.add(assembly);
    return assembly;
  }

  synchronized void closed(Assembly assembly) {
    assemblies.remove(assembly);
  }

  /** How many objects were begun and neither completed nor given up. */
  public synchronized int unfinished() {
    return assemblies.size();
  }

  @Override
  public synchronized void delete(Collection<String> keys) {
    keys.forEach(objects::remove);
  }

  @Override
  public synchronized Listing list(String prefix, String after, int limit) {
    var keys = new ArrayList<String>();
    var folders = new TreeSet<String>();
    for (String key : objects.tailMap(prefix, true).keySet()) {
      if (!key.startsWith(prefix)) {
        break;
      }
      if (key.compareTo(after) <= 0) {
        continue;
      }
      int slash = key.indexOf('/', prefix.length());
      String entry = slash < 0 ? key : key.substring(0, slash + 1);
      if (folders.contains(entry)) {
        continue;
      }
      if (keys.size() + folders.size() == limit) {
        return new Listing(keys, List.copyOf(folders), true);
      }
      if (slash < 0) {
        keys.add(entry);
      } else {
        folders.add(entry);
      }
    }
    return new Listing(keys, List.copyOf(folders), false);
  }

  @Override
  public synchronized ObjectPage objects(String prefix, String after, int limit) {
    List<StoredObject> found =
        objects.tailMap(prefix, true).values().stream()
            .map(stored -> stored.info)
            .takeWhile(info -> info.key().startsWith(prefix))
            .filter(info -> info.key().compareTo(after) > 0)
            .limit(limit + 1L)
            .map(it -> new StoredObject(it.key(), it.etag(), it.size(), it.lastModified()))
            .toList();
    return found.size() > limit
        ? new ObjectPage(found.subList(0, limit), true)
        : new ObjectPage(found, false);
  }

  @Override
  public synchronized List<String> keys(String prefix) {
    return objects.tailMap(prefix, true).keySet().stream()
        .takeWhile(key -> key.startsWith(prefix))
        .toList();
  }

  static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
