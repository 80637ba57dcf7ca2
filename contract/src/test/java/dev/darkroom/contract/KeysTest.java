package dev.darkroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeysTest {
  private static final MediaId ID = new MediaId("7zd2wz6bkg4r9s5m8n3v0c1xae");
  private static final Owner OWNER = Owner.ofSubject("jörg");

  @Test
  void anUploadsKeyIsReadAsItWasMade() {
    OriginalKey key = OriginalKey.of(MediaKind.VIDEO, OWNER, ID, new FileName("Am Strand.mp4"));

    assertThat(key.key()).isEqualTo("originals/video/_j.c3.b6rg/" + ID + "/Am-Strand.mp4");
    assertThat(OriginalKey.parse(key.key())).contains(key);
  }

  @Test
  void aFileDroppedIntoTheBucketIsTheLocalOwners() {
    String key = "originals/image/holiday/Strand 1+2.jpg";

    assertThat(OriginalKey.parse(key))
        .contains(
            new OriginalKey(
                MediaKind.IMAGE, Owner.LOCAL, MediaId.derived(key), key, "Strand 1+2.jpg"));
  }

  @Test
  void aDroppedFileInAnOwnersFolderIsTheirs() {
    String key = "originals/image/" + OWNER + "/" + ID + "/deeper/in.jpg";

    assertThat(OriginalKey.parse(key))
        .contains(new OriginalKey(MediaKind.IMAGE, OWNER, ID, key, "in.jpg"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"originals/image/", "originals/image/a/", "originals/audio/a.mp3", "a.jpg", ""})
  void whatIsNoOriginalHasNoKey(String key) {
    assertThat(OriginalKey.parse(key)).isEmpty();
  }

  @Test
  void originalsOfOneKindLieTogether() {
    OriginalKey key = OriginalKey.of(MediaKind.IMAGE, OWNER, ID, new FileName("a.jpg"));

    assertThat(key.key()).startsWith(OriginalKey.prefix(MediaKind.IMAGE, OWNER));
  }

  @Test
  void anOutputsKeyIsReadAsItWasMade() {
    var key = new ProcessedKey(OWNER, ID, "hls/1.m4s");

    assertThat(key.key()).isEqualTo("processed/_j.c3.b6rg/" + ID + "/hls/1.m4s");
    assertThat(key.key()).startsWith(ProcessedKey.prefix(OWNER, ID));
    assertThat(ProcessedKey.parse(key.key())).contains(key);
  }

  @Test
  void onlyTheOutputDirectlyBelowTheIdIsTheManifest() {
    assertThat(ProcessedKey.manifest(OWNER, ID).isManifest()).isTrue();
    assertThat(new ProcessedKey(OWNER, ID, "hls/manifest.json").isManifest()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "processed/local/7zd2wz6bkg4r9s5m8n3v0c1xae/",
        "processed/local/7zd2wz6bkg4r9s5m8n3v0c1xae",
        "processed/local/no-id/manifest.json",
        "processed/.x/7zd2wz6bkg4r9s5m8n3v0c1xae/manifest.json",
        "originals/local/7zd2wz6bkg4r9s5m8n3v0c1xae/manifest.json",
        ""
      })
  void whatIsNoOutputHasNoKey(String key) {
    assertThat(ProcessedKey.parse(key)).isEmpty();
  }
}
