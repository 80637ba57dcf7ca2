package dev.darkroom.stage.store;

import static dev.darkroom.stage.store.SampleManifest.ID;
import static dev.darkroom.stage.store.SampleManifest.OWNER;
import static dev.darkroom.stage.store.SampleManifest.UPLOADED_AT;
import static dev.darkroom.stage.store.SampleManifest.photo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.store.Manifests.Commit;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnreadableManifestTest {
  private static final ProcessedKey KEY = ProcessedKey.manifest(OWNER, ID);

  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final Manifests manifests = new Manifests(store);

  @Test
  void whatIsNoManifestIsAnErrorRatherThanNone() {
    store.put(KEY.key(), PutOptions.json(), "{}".getBytes(UTF_8));

    assertThatExceptionOfType(UnreadableManifestException.class)
        .isThrownBy(() -> manifests.find(OWNER, ID));
    assertThat(manifests.findReadable(OWNER, ID)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{\"schema\": 1, \"id\": \"7zd2w"})
  void anyResultReplacesADamagedManifest(String damaged) {
    store.put(KEY.key(), PutOptions.json(), damaged.getBytes(UTF_8));

    assertThat(manifests.commit(photo().build())).isEqualTo(new Commit.Committed());
    assertThat(current()).isEqualTo(photo().build());
  }

  @Test
  void theResultOfANewerVersionStaysUntilSomebodyAsks() {
    byte[] newer = newer(photo().build());
    store.put(KEY.key(), PutOptions.json(), newer);

    assertThat(manifests.commit(photo().build())).isEqualTo(new Commit.Newer());
    Manifest gaveUp = photo().withRequestedAt(UPLOADED_AT.plusSeconds(60)).gaveUp().build();
    assertThat(manifests.commit(gaveUp)).isEqualTo(new Commit.Newer());
    assertThat(bytes(KEY.key())).isEqualTo(newer);

    Manifest asked = photo().withRequestedAt(UPLOADED_AT.plusSeconds(60)).build();
    assertThat(manifests.commit(asked)).isEqualTo(new Commit.Committed());
    assertThat(current()).isEqualTo(asked);
  }

  @Test
  void aCodeThatIsUnknownHereIsANewerVersionsToo() {
    String json = new String(ManifestJson.write(photo().gaveUp().build()), UTF_8);
    store.put(
        KEY.key(), PutOptions.json(), json.replace("\"gave-up\"", "\"cursed\"").getBytes(UTF_8));

    assertThat(manifests.commit(photo().build())).isEqualTo(new Commit.Newer());
  }

  private static byte[] newer(Manifest manifest) {
    String json = new String(ManifestJson.write(manifest), UTF_8);
    assertThat(json).contains("\"schema\" : 1,");
    return json.replace("\"schema\" : 1,", "\"schema\" : 2,").getBytes(UTF_8);
  }

  private byte[] bytes(String key) {
    try (var read = (Read.Opened) store.openLatest(key)) {
      return read.body().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Manifest current() {
    return manifests.find(OWNER, ID).orElseThrow().manifest();
  }
}
