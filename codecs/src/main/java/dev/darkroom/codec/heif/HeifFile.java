package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.heif.TileCoding.Chroma;
import dev.darkroom.codec.heif.Transform.Crop;
import dev.darkroom.codec.heif.Transform.Rotation;
import dev.darkroom.codec.mp4.Box;
import dev.darkroom.codec.mp4.Mp4Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The index of a HEIF file: its primary picture and what belongs to it. */
public final class HeifFile {
  /** Types of alpha: AV1 Image File Format, 4.1, and the first edition of ISO/IEC 23008-2. */
  private static final List<String> ALPHA =
      List.of("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", "urn:mpeg:hevc:2015:auxid:1");

  private final HeifLimits limits;
  private final Map<Long, String> types;
  private final ItemLocations locations;
  private final ItemReferences references;
  private final ItemProperties properties;
  private final long primary;
  private final Size size;
  private final List<Transform> transforms;
  private final HeifColor color;

  private record Size(int width, int height) {}

  private HeifFile(ByteReader meta, HeifLimits limits) throws Malformed {
    this.limits = limits;
    var budget = new Box.Budget(limits.boxes());
    List<Box> boxes = Box.list(meta.fromStart().skip(4), budget);
    primary = MetaBox.primary(Box.require(boxes, "pitm", meta));
    types = MetaBox.types(Box.find(boxes, "iinf"), budget, limits);
    ByteReader iref = Box.find(boxes, "iref");
    references = iref == null ? ItemReferences.none() : ItemReferences.read(iref, budget, limits);
    properties = ItemProperties.read(Box.require(boxes, "iprp", meta), budget, limits);
    ByteReader iloc = Box.find(boxes, "iloc");
    ByteReader idat = Box.find(boxes, "idat");
    locations = iloc == null ? ItemLocations.none() : ItemLocations.read(iloc, idat, limits);
    size = size(primary);
    transforms = Transform.of(properties.of(primary), size.width, size.height);
    color = HeifColor.of(properties.of(primary));
  }

  /**
   * Reads the index, which most files have in their first kilobytes.
   *
   * @throws Malformed if there is none, or it is damaged or beyond the limits
   * @throws IOException if the source fails
   */
  public static HeifFile read(Mp4Source source, HeifLimits limits) throws IOException, Malformed {
    return new HeifFile(MetaBox.find(source, limits), limits);
  }

  /** Reads an item's size from {@code ispe} (6.5.3). */
  private Size size(long item) throws Malformed {
    ByteReader ispe = properties.find(item, "ispe");
    if (ispe == null) {
      throw new Malformed(0, "no size of item " + item);
    }
    long width = ispe.skip(4).u32();
    long height = ispe.u32();
    if (width < 1 || width > Integer.MAX_VALUE || height < 1 || height > Integer.MAX_VALUE) {
      throw new Malformed(ispe.offset(), "a picture of " + width + "×" + height);
    }
    return new Size((int) width, (int) height);
  }

  /** Width of the picture as it is shown, in pixels. */
  public int width() {
    return shown().width;
  }

  /** Height of the picture as it is shown, in pixels. */
  public int height() {
    return shown().height;
  }

  private Size shown() {
    Size now = size;
    for (Transform transform : transforms) {
      now =
          switch (transform) {
            case Rotation(int quarters) when quarters % 2 == 1 ->
                new Size(/* width= */ now.height, /* height= */ now.width);
            case Crop(int x, int y, int w, int h) -> new Size(w, h);
            default -> now;
          };
    }
    return now;
  }

  /** Steps from the coded picture to the one that is shown, in order. */
  public List<Transform> transforms() {
    return List.copyOf(transforms);
  }

  public HeifColor color() {
    return color;
  }

  /** Type of the primary item: a codec's, or {@code grid} if it consists of tiles. */
  public String type() {
    return types.getOrDefault(primary, "");
  }

  /** How the first tile is coded; empty for a codec that is not known here. */
  public Optional<TileCoding> coding() throws Malformed {
    List<Long> tiles = references.from(primary, "dimg");
    return coding(type().equals("grid") && !tiles.isEmpty() ? tiles.getFirst() : primary);
  }

  private Optional<TileCoding> coding(long item) throws Malformed {
    String type = types.getOrDefault(item, "");
    ByteReader hvcC = type.equals("hvc1") ? properties.find(item, "hvcC") : null;
    ByteReader av1C = type.equals("av01") ? properties.find(item, "av1C") : null;
    if (hvcC != null) {
      return Optional.of(TileCoding.hevc(hvcC));
    }
    return av1C == null ? Optional.empty() : Optional.of(TileCoding.av1(av1C));
  }

  public boolean hasAlpha() throws Malformed {
    return alphaItem() != null;
  }

  /** Whether the colors are already multiplied by alpha ({@code prem}, 6.6.2.1). */
  public boolean isPremultiplied() throws Malformed {
    Long alpha = alphaItem();
    return alpha != null && references.from(primary, "prem").contains(alpha);
  }

  private @Nullable Long alphaItem() throws Malformed {
    for (long item : references.to(primary, "auxl")) {
      ByteReader auxC = properties.find(item, "auxC");
      if (auxC != null) {
        String urn = auxC.skip(4).text(Math.min(100, auxC.remaining()));
        if (ALPHA.stream().anyMatch(name -> urn.equals(name) || urn.startsWith(name + "\0"))) {
          return item;
        }
      }
    }
    return null;
  }

  /** The Exif item: a 32-bit offset, counted from its own end, and the TIFF structure (A.2.1). */
  public Optional<ItemData> exif() {
    return references.to(primary, "cdsc").stream()
        .filter(item -> "Exif".equals(types.get(item)))
        .map(locations::find)
        .filter(data -> data != null && data.size() > 0)
        .findFirst();
  }

  /**
   * Finds the primary picture's tiles; empty if its structure or its codec is not known here.
   *
   * @param source for the grid's description, a few bytes
   */
  public Optional<CodedPicture> picture(Mp4Source source) throws IOException, Malformed {
    return picture(primary, source);
  }

  /** Finds the tiles of the picture whose luma is alpha; empty if there is none, too. */
  public Optional<CodedPicture> alpha(Mp4Source source) throws IOException, Malformed {
    Long alpha = alphaItem();
    return alpha == null ? Optional.empty() : picture(alpha, source);
  }

  private Optional<CodedPicture> picture(long item, Mp4Source source)
      throws IOException, Malformed {
    Size whole = size(item);
    boolean isGrid = "grid".equals(types.get(item));
    Grid grid = isGrid ? Grid.read(data(item), source) : Grid.single(whole.width, whole.height);
    List<Long> tiles = isGrid ? references.from(item, "dimg") : List.of(item);
    if (tiles.size() > limits.tiles() || tiles.size() != grid.columns() * grid.rows()) {
      throw new Malformed(0, tiles.size() + " tiles of a grid");
    }
    TileCoding coding = coding(tiles.getFirst()).orElse(null);
    if (coding == null) {
      return Optional.empty();
    }
    Size tile = size(tiles.getFirst());
    var data = new ArrayList<ItemData>();
    for (long id : tiles) {
      // 6.6.2.3.1: all of one size and coded alike.
      if (!size(id).equals(tile)) {
        throw new Malformed(0, "tiles of different sizes");
      }
      data.add(data(id));
    }
    if ((long) tile.width * grid.columns() < grid.width()
        || (long) tile.height * grid.rows() < grid.height()) {
      throw new Malformed(0, "tiles that do not cover their picture");
    }
    return Optional.of(
        new CodedPicture(
            grid.width(),
            grid.height(),
            grid.columns(),
            grid.rows(),
            tile.width,
            tile.height,
            coding,
            data));
  }

  private ItemData data(long item) throws Malformed {
    ItemData data = locations.find(item);
    if (data == null) {
      throw new Malformed(0, "no place of item " + item);
    }
    return data;
  }

  /** Number of channels after decoding, 1 to 4. */
  public int channels() throws Malformed {
    boolean gray = coding().map(coding -> coding.chroma() == Chroma.NONE).orElse(false);
    return (gray ? 1 : 3) + (hasAlpha() ? 1 : 0);
  }
}
