package dev.darkroom.codec.heif;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.heif.TileCoding.Chroma;
import dev.darkroom.codec.mp4.Mp4Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The index of a HEIF file: its primary picture and what belongs to it. */
public final class HeifFile {
  /** Longest chain of items each of which is another one turned or cropped. */
  private static final int MAX_DERIVATIONS = 8;

  private final Items items;
  private final CodedPictures pictures;

  /** The primary item, and the one it is derived from, and so on. */
  private final List<Long> chain;

  private final Size coded;
  private final Size shown;
  private final List<Transform> transforms;

  private HeifFile(Mp4Source source, HeifLimits limits) throws IOException, Malformed {
    items = Items.read(source, limits);
    pictures = new CodedPictures(items, source, limits);
    chain = chain();
    coded = pictures.size(pictureItem());
    var steps = new ArrayList<Transform>();
    Size now = coded;
    for (long item : chain.reversed()) {
      for (Transform step : Transform.of(items.properties(item), now)) {
        steps.add(step);
        now = step.applied(now);
      }
    }
    shown = now;
    transforms = List.copyOf(steps);
  }

  /**
   * Reads the index, which most files have in their first kilobytes.
   *
   * @throws Malformed if there is none, or it is damaged or beyond the limits
   * @throws IOException if the source fails
   */
  public static HeifFile read(Mp4Source source, HeifLimits limits) throws IOException, Malformed {
    return new HeifFile(source, limits);
  }

  /** Follows derivations that change no pixel ({@code iden}, 6.6.2.1). */
  private List<Long> chain() throws Malformed {
    var found = new ArrayList<Long>();
    long item = items.primary();
    found.add(item);
    while (items.type(item).equals("iden")) {
      List<Long> sources = items.sources(item);
      if (sources.size() != 1 || found.size() == MAX_DERIVATIONS) {
        throw new Malformed(0, "a derivation of " + sources.size() + " items");
      }
      item = sources.getFirst();
      found.add(item);
    }
    return found;
  }

  /** The item that holds the picture, or lists its tiles. */
  private long pictureItem() {
    return chain.getLast();
  }

  private @Nullable Long firstTile() {
    List<Long> tiles = pictures.tiles(pictureItem());
    return tiles.isEmpty() ? null : tiles.getFirst();
  }

  /** Width of the picture as it is shown, in pixels. */
  public int width() {
    return shown.width();
  }

  /** Height of the picture as it is shown, in pixels. */
  public int height() {
    return shown.height();
  }

  /** Size of the picture before its transforms. */
  public Size coded() {
    return coded;
  }

  /** Steps from the coded picture to the one that is shown, in order. */
  public List<Transform> transforms() {
    return transforms;
  }

  /** The colors as the container states them, for the picture or else for its tiles. */
  public HeifColor color() throws Malformed {
    var color = new HeifColor(null, null);
    for (long item : chain) {
      color = color.orElse(HeifColor.of(items.properties(item)));
    }
    Long tile = firstTile();
    return tile == null ? color : color.orElse(HeifColor.of(items.properties(tile)));
  }

  /** Type of the items that hold the pixels, such as {@code hvc1}; empty if they have none. */
  public String codec() {
    Long tile = firstTile();
    return tile == null ? "" : items.type(tile);
  }

  /** Names, in words, what keeps the picture from being decoded here; null if nothing does. */
  public @Nullable String obstacle() throws Malformed {
    String type = codec();
    if (TileCoding.configurationType(type).isEmpty()) {
      return "a picture coded as " + CodecNames.of(type);
    }
    if (pictures.isGrid(pictureItem())) {
      for (long tile : pictures.tiles(pictureItem())) {
        Size size = items.size(tile);
        if (size != null && !Transform.of(items.properties(tile), size).isEmpty()) {
          return "tiles that are turned or cropped each";
        }
      }
    }
    return null;
  }

  public boolean hasAlpha() throws Malformed {
    return alphaItem() != null;
  }

  /** Whether the colors are already multiplied by alpha ({@code prem}, 6.6.2.1). */
  public boolean isPremultiplied() throws Malformed {
    for (long item : parts()) {
      Long alpha = items.alpha(item);
      if (alpha != null) {
        return items.isPremultiplied(item, alpha);
      }
    }
    return false;
  }

  /** Lists the items that may have alpha: the picture by all its names, then its tiles. */
  private List<Long> parts() {
    var parts = new ArrayList<>(chain);
    if (pictures.isGrid(pictureItem())) {
      parts.addAll(pictures.tiles(pictureItem()));
    }
    return parts;
  }

  private @Nullable Long alphaItem() throws Malformed {
    for (long item : parts()) {
      Long alpha = items.alpha(item);
      if (alpha != null) {
        return alpha;
      }
    }
    return null;
  }

  /** The Exif item: a 32-bit offset, counted from its own end, and the TIFF structure (A.2.1). */
  public Optional<ItemData> exif() throws Malformed {
    for (long item : chain) {
      for (long description : items.referring(item, "cdsc")) {
        if (items.type(description).equals("Exif") && items.data(description).size() > 0) {
          return Optional.of(items.data(description));
        }
      }
    }
    return Optional.empty();
  }

  /** Finds the picture's tiles; empty if there is an {@link #obstacle()}. */
  public Optional<CodedPicture> picture() throws IOException, Malformed {
    return obstacle() == null ? Optional.of(pictures.of(pictureItem(), coded)) : Optional.empty();
  }

  /** Finds the tiles whose luma is alpha; empty if there are none, or their codec is unknown. */
  public Optional<CodedPicture> alpha() throws IOException, Malformed {
    Long alpha = alphaItem();
    if (alpha == null) {
      return Optional.empty();
    }
    boolean ofWhole = false;
    for (long item : chain) {
      ofWhole |= alpha.equals(items.alpha(item));
    }
    if (!ofWhole) {
      return Optional.ofNullable(pictures.alphaOfTiles(pictureItem()));
    }
    List<Long> tiles = pictures.tiles(alpha);
    boolean known =
        !tiles.isEmpty() && TileCoding.configurationType(items.type(tiles.getFirst())).isPresent();
    Size size = items.size(alpha);
    return known ? Optional.of(pictures.of(alpha, size == null ? coded : size)) : Optional.empty();
  }

  /** Number of channels after decoding, 1 to 4. */
  static int channels(@Nullable CodedPicture picture, boolean alpha) {
    boolean gray = picture != null && picture.coding().chroma() == Chroma.NONE;
    return (gray ? 1 : 3) + (alpha ? 1 : 0);
  }
}
