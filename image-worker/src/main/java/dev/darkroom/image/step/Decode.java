package dev.darkroom.image.step;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import dev.darkroom.batch.Deadline;
import dev.darkroom.codec.header.Header;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.Rejection;
import dev.darkroom.job.Progress;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jboss.logging.Logger;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Makes pixels of the file: the first frame of an animation, on its screen; the first page.
 *
 * <p>A file whose pixels end too early or are damaged is refused, not shown in part: most such
 * files are broken transfers, and who sent one can send it again.
 */
public final class Decode {
  private static final Logger LOG = Logger.getLogger(Decode.class);

  private final Limits limits;

  public Decode(Limits limits) {
    this.limits = limits;
  }

  public Progress<Decoded> apply(Identified picture) throws IOException {
    byte[] file = picture.original().head(picture.original().size());
    var watch = new DecodeWatch(Deadline.after(limits.decodeTime()));
    BufferedImage image;
    try {
      image = Pixels.normalize(read(file, picture.format(), picture.header(), watch));
    } catch (OutOfMemoryError e) {
      // What filled the heap was this picture's and is let go; nothing else ran meanwhile.
      LOG.warnf("out of memory at %s", picture.original().job().original().key());
      return rejected(ErrorCode.OUT_OF_MEMORY, picture);
    } catch (LinkageError e) {
      // This process is broken, not the picture: another one may do better.
      throw e;
    } catch (Throwable t) {
      // Decoders meet hostile bytes with any exception and error there is.
      LOG.infof(t, "undecodable: %s", picture.original().job().original().key());
      return rejected(ErrorCode.CORRUPT_FILE, picture);
    }
    if (watch.aborted()) {
      return rejected(ErrorCode.TOOK_TOO_LONG, picture);
    }
    if (watch.damage() != null) {
      LOG.infof("%s: %s", picture.original().job().original().key(), watch.damage());
      return rejected(ErrorCode.CORRUPT_FILE, picture);
    }
    return new Progress.At<>(
        new Decoded(
            picture.original().job(),
            picture.media(),
            image,
            picture.header().exif().orientation()));
  }

  private static Progress<Decoded> rejected(ErrorCode code, Identified picture) {
    return Progress.rejected(Rejection.of(code), picture.media());
  }

  static BufferedImage read(byte[] file, MediaFormat format, Header header, DecodeWatch watch)
      throws IOException {
    boolean gif = format == MediaFormat.GIF;
    ImageReader reader = Readers.reader(format);
    try (ImageInputStream in = new ByteArrayImageInputStream(file)) {
      // Only a GIF's metadata is wanted; reading others' makes readers fail on bad text chunks.
      reader.setInput(in, true, !gif);
      check(header, reader.getWidth(0), reader.getHeight(0), gif);
      watch.watch(reader);
      return gif ? onScreen(reader, header) : reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  /** The limits were checked on the header's figures: the decoder must go by no other. */
  private static void check(Header header, int width, int height, boolean gif) throws IOException {
    boolean fits = gif && (long) width * height <= header.pixels();
    if (!fits && (width != header.width() || height != header.height())) {
      throw new IOException("decoder and header disagree: " + width + " × " + height);
    }
  }

  /** GIF89a, section 20: a frame may be smaller than the screen and lie anywhere on it. */
  private static BufferedImage onScreen(ImageReader reader, Header header) throws IOException {
    IIOImage frame = reader.readAll(0, null);
    var pixels = (BufferedImage) frame.getRenderedImage();
    if (pixels.getWidth() == header.width() && pixels.getHeight() == header.height()) {
      return pixels;
    }
    var tree = frame.getMetadata().getAsTree(frame.getMetadata().getNativeMetadataFormatName());
    NodeList descriptors = ((Element) tree).getElementsByTagName("ImageDescriptor");
    var descriptor = (Element) descriptors.item(0);
    int left = Integer.parseInt(descriptor.getAttribute("imageLeftPosition"));
    int top = Integer.parseInt(descriptor.getAttribute("imageTopPosition"));
    var screen = new BufferedImage(header.width(), header.height(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = screen.createGraphics();
    graphics.drawImage(pixels, left, top, null);
    graphics.dispose();
    return screen;
  }

  static {
    // Reading and writing go through memory here, never through temporary files.
    ImageIO.setUseCache(false);
  }
}
