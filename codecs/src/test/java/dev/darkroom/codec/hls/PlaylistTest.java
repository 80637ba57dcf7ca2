package dev.darkroom.codec.hls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.hls.MasterPlaylist.Captions;
import dev.darkroom.codec.hls.MasterPlaylist.Variant;
import dev.darkroom.codec.hls.MediaPlaylist.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaylistTest {
  @Test
  void segmentsAreRangesOfOneFile() {
    String playlist =
        MediaPlaylist.of(
            "a.mp4", 700, List.of(new Segment(4, 800, 90, true), new Segment(4.6, 890, 10, false)));

    assertThat(playlist)
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-TARGETDURATION:5
            #EXT-X-PLAYLIST-TYPE:VOD
            #EXT-X-MAP:URI="a.mp4",BYTERANGE="700@0"
            #EXTINF:4.00000,
            #EXT-X-BYTERANGE:90@800
            a.mp4
            #EXT-X-DISCONTINUITY
            #EXTINF:4.60000,
            #EXT-X-BYTERANGE:10@890
            a.mp4
            #EXT-X-ENDLIST
            """);
  }

  @Test
  void captionsAreOneWholeFile() {
    assertThat(MediaPlaylist.of("a.vtt", 61.7))
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-TARGETDURATION:62
            #EXT-X-PLAYLIST-TYPE:VOD
            #EXTINF:61.70000,
            a.vtt
            #EXT-X-ENDLIST
            """);
  }

  @Test
  void theMasterOffersVariantsWithTheSameCaptions() {
    String playlist =
        MasterPlaylist.of(
            List.of(
                new Variant(
                    "b.m3u8", new Bandwidth(200, 100), "avc1.64001f,mp4a.40.2", 1280, 720, 29.97),
                new Variant("c.m3u8", new Bandwidth(20, 10), "avc1.64001e", 640, 360, 0)),
            List.of(new Captions("d.m3u8", "German", "de")));

    assertThat(playlist)
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="German",LANGUAGE="de",\
            DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI="d.m3u8"
            #EXT-X-STREAM-INF:BANDWIDTH=200,AVERAGE-BANDWIDTH=100,CODECS="avc1.64001f,mp4a.40.2",\
            RESOLUTION=1280x720,FRAME-RATE=29.970,SUBTITLES="captions"
            b.m3u8
            #EXT-X-STREAM-INF:BANDWIDTH=20,AVERAGE-BANDWIDTH=10,CODECS="avc1.64001e",\
            RESOLUTION=640x360,SUBTITLES="captions"
            c.m3u8
            """);
  }

  @Test
  void aPeakIsOfSegmentsThatLastAboutATargetDuration() {
    Bandwidth bandwidth =
        Bandwidth.of(
            List.of(
                new Segment(4, 0, 400, true),
                new Segment(4, 0, 1000, true),
                // Too short to count by itself; with the one before it lasts 5 seconds.
                new Segment(1, 0, 900, true),
                new Segment(4, 0, 100, true)));

    assertThat(bandwidth).isEqualTo(new Bandwidth(8 * 1900 / 5, 1477));
  }
}
