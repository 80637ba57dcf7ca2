package dev.darkroom.stream.assemble;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.codec.hls.Bandwidth;
import dev.darkroom.codec.hls.MasterPlaylist;
import dev.darkroom.codec.hls.MasterPlaylist.Captions;
import dev.darkroom.codec.hls.MasterPlaylist.Variant;
import dev.darkroom.codec.hls.MediaPlaylist;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Rendition;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamPlan.Rung;
import dev.darkroom.stage.job.OutputKeys;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stores the playlists of a stream, which name each other and the files by their file names. */
final class StreamPlaylists {
  private static final String NAME = "stream";
  private static final String TYPE = "application/vnd.apple.mpegurl";
  private static final String CAPTIONS_TYPE = "text/vtt";

  /** Names of captions, with their language and a number if they have one. */
  private static final Pattern CAPTIONS = Pattern.compile("captions(?:-([a-z]{2,3}))?(?:-(\\d+))?");

  private final ObjectStore store;
  private final OutputKeys outputs;

  StreamPlaylists(ObjectStore store, OutputKeys outputs) {
    this.store = store;
    this.outputs = outputs;
  }

  /**
   * Stores all playlists.
   *
   * @param draft names the captions
   * @param keys of the rungs' files
   * @return renditions of playlists and files, the master playlist first
   */
  List<Rendition> store(StreamPlan plan, Manifest draft, List<String> keys, Joining.Joined joined) {
    var renditions = new ArrayList<Rendition>();
    var variants = new ArrayList<Variant>();
    for (int i = 0; i < keys.size(); i++) {
      Rung rung = plan.rungs().get(i);
      RungFile.Written file = joined.files().get(i);
      String media =
          MediaPlaylist.of(OutputKeys.fileName(keys.get(i)), file.init(), file.segments());
      Rendition playlist = store(rung.name(), media, rung);
      renditions.add(playlist);
      renditions.add(
          new Rendition(
              rung.name(),
              keys.get(i),
              StreamAssembler.FILE_TYPE,
              rung.width(),
              rung.height(),
              file.size()));
      variants.add(
          new Variant(
              OutputKeys.fileName(playlist.key()),
              Bandwidth.of(file.segments()),
              file.codecs(),
              rung.width(),
              rung.height(),
              plan.picture().frameRate()));
    }
    var captions = new ArrayList<Captions>();
    for (Rendition text : draft.renditions()) {
      Matcher name = CAPTIONS.matcher(text.name());
      if (text.contentType().startsWith(CAPTIONS_TYPE) && name.matches()) {
        Rendition playlist =
            store(
                NAME + "-" + text.name(),
                MediaPlaylist.of(OutputKeys.fileName(text.key()), joined.seconds()),
                null);
        renditions.add(playlist);
        captions.add(captions(OutputKeys.fileName(playlist.key()), name));
      }
    }
    renditions.addFirst(
        store(NAME, MasterPlaylist.of(variants, captions), plan.rungs().getFirst()));
    return renditions;
  }

  /** Names captions for people: by their language, and by a number where several have the same. */
  private static Captions captions(String uri, Matcher name) {
    String language = name.group(1);
    String label =
        language == null
            ? "Captions"
            : Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
    String number = name.group(2);
    return new Captions(uri, number == null ? label : label + " " + number, language);
  }

  private Rendition store(String name, String text, @Nullable Rung rung) {
    byte[] bytes = text.getBytes(UTF_8);
    String key = outputs.key(name, "m3u8", bytes);
    store.put(key, PutOptions.rendition(TYPE), bytes);
    return new Rendition(
        name,
        key,
        TYPE,
        rung == null ? 0 : rung.width(),
        rung == null ? 0 : rung.height(),
        bytes.length);
  }
}
