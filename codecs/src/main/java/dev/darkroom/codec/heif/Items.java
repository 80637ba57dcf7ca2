package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Box;
import dev.darkroom.codec.mp4.Mp4Source;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items of a file: types, properties, places, and how they refer to each other. */
final class Items {
  /** Types of alpha: AV1 Image File Format, 4.1, and the editions of ISO/IEC 23008-12. */
  private static final List<String> ALPHA =
      List.of(
          "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha",
          "urn:mpeg:hevc:2015:auxid:1",
          "urn:mpeg:avc:2015:auxid:1");

  private final long primary;
  private final Map<Long, String> types;
  private final ItemLocations locations;
  private final ItemReferences references;
  private final ItemProperties properties;

  private Items(MetaBox meta, Box.Budget budget, HeifLimits limits) throws Malformed {
    primary = meta.primary();
    types = meta.types(budget, limits);
    ByteReader iref = meta.find("iref");
    references = iref == null ? ItemReferences.none() : ItemReferences.read(iref, budget, limits);
    properties = ItemProperties.read(meta.require("iprp"), budget, limits);
    ByteReader iloc = meta.find("iloc");
    locations = iloc == null ? ItemLocations.none() : ItemLocations.read(iloc, meta.idat(), limits);
  }

  static Items read(Mp4Source source, HeifLimits limits) throws IOException, Malformed {
    var budget = new Box.Budget(limits.boxes());
    return new Items(MetaBox.read(source, budget, limits), budget, limits);
  }

  long primary() {
    return primary;
  }

  /** Returns an item's type, empty if it has none. */
  String type(long item) {
    return types.getOrDefault(item, "");
  }

  /** Returns an item's properties in the order in which they apply. */
  List<Box> properties(long item) {
    return properties.of(item);
  }

  @Nullable ByteReader property(long item, String type) {
    return properties.find(item, type);
  }

  /** Lists the items that a derived item is made of, in order. */
  List<Long> sources(long item) {
    return references.from(item, "dimg");
  }

  /** Lists the items that describe or extend an item in one way. */
  List<Long> referring(long item, String type) {
    return references.to(item, type);
  }

  /** Returns an item's size by {@code ispe} (6.5.3), null if it has none. */
  @Nullable Size size(long item) throws Malformed {
    ByteReader ispe = properties.find(item, "ispe");
    return ispe == null ? null : Size.of(ispe.skip(4).u32(), ispe.u32(), ispe);
  }

  /** Returns the place of an item's data. */
  ItemData data(long item) throws Malformed {
    ItemData data = locations.find(item);
    if (data == null) {
      throw new Malformed(0, "no place of item " + item);
    }
    return data;
  }

  /** Returns the item that holds an item's alpha, null if there is none. */
  @Nullable Long alpha(long item) throws Malformed {
    for (long extra : references.to(item, "auxl")) {
      ByteReader auxC = properties.find(extra, "auxC");
      if (auxC != null) {
        String urn = auxC.skip(4).text(Math.min(100, auxC.remaining()));
        if (ALPHA.stream().anyMatch(name -> urn.equals(name) || urn.startsWith(name + "\0"))) {
          return extra;
        }
      }
    }
    return null;
  }

  /** Whether an item's colors are already multiplied by its alpha ({@code prem}, 6.6.2.1). */
  boolean isPremultiplied(long item, long alpha) {
    return references.from(item, "prem").contains(alpha);
  }
}
