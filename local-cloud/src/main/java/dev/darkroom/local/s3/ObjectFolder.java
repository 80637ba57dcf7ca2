package dev.darkroom.local.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;

/** Prepares the folder that holds the objects. */
final class ObjectFolder {
  /** Maximum bytes of an object's user metadata ("Working with object metadata", S3 user guide). */
  private static final int METADATA = 2048;

  private ObjectFolder() {}

  /**
   * Creates the folder and checks that it keeps metadata. Where the file system lacks extended
   * attributes, S3Proxy silently drops the metadata of every object.
   */
  static Path open(Path folder) throws IOException {
    Files.createDirectories(folder);
    var probe = Files.createTempFile(folder.getParent(), "attributes", ".probe");
    try {
      var view = Files.getFileAttributeView(probe, UserDefinedFileAttributeView.class);
      if (view == null || view.write("user.probe", ByteBuffer.allocate(METADATA)) != METADATA) {
        throw new IOException("none");
      }
      return folder;
    } catch (IOException | UnsupportedOperationException e) {
      throw new IOException(
          "The file system of "
              + folder
              + " keeps no extended attributes of "
              + METADATA
              + " bytes, which hold the objects' metadata. Choose a data folder on a local disk"
              + " (ext4, xfs, btrfs, APFS).",
          e);
    } finally {
      Files.delete(probe);
    }
  }
}
