package dev.darkroom.local.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;

/** The folder that holds the objects. */
final class ObjectFolder {
  /** User metadata of an object may take 2 KB ("Working with object metadata", S3 user guide). */
  private static final int METADATA = 2048;

  private ObjectFolder() {}

  /**
   * Makes the folder and tries whether it keeps metadata: where the file system has no extended
   * attributes, S3Proxy drops every object's metadata without a word.
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
