package cachescope.app.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeaderViewModelTest {
    private final TrafficChoice bundled =
            new TrafficChoice("build-file-reads", "", Path.of("/assets/build.jsonl.gz"));
    private final HeaderViewModel model = new HeaderViewModel(List.of(bundled), List.of());

    @Test
    void theLastFileIsTheFirstOfTheRecentOnes() {
        model.remember(Path.of("/a"));
        model.remember(Path.of("/b"));
        model.remember(Path.of("/a"));
        assertThat(model.recent()).containsExactly(Path.of("/a"), Path.of("/b"));
    }

    @Test
    void whatIsBundledIsNotAmongTheRecentFiles() {
        model.remember(bundled.file());
        assertThat(model.recent()).isEmpty();
    }

    @Test
    void onlySoManyFilesAreRemembered() {
        IntStream.range(0, 20).forEach(i -> model.remember(Path.of("/" + i)));
        assertThat(model.recent()).hasSize(HeaderViewModel.RECENT_MAX).startsWith(Path.of("/19"));
    }

    @Test
    void progressComesAndGoes() {
        model.showProgress(Progress.ofBytes("Reading a", 50, 200));
        assertThat(model.progressProperty().get())
                .get()
                .extracting(Progress::share)
                .isEqualTo(0.25);
        model.endProgress();
        assertThat(model.progressProperty().get()).isEmpty();
    }

    @Test
    void progressOfUnknownLengthHasNoShare() {
        var progress = Progress.ofBytes("Reading a", 1_400_000, 0);
        assertThat(progress.share()).isNegative();
        assertThat(progress.amount()).isEqualTo("1.4 MB");
        assertThat(Progress.ofBytes("", 1_400_000, 41_000_000).amount())
                .isEqualTo("1.4 MB of 41.0 MB");
    }

    @Test
    void aRecordingGoesByItsNameWithoutEndings() {
        assertThat(TrafficChoice.nameOf(Path.of("/a/build-reads.jsonl.gz")))
                .isEqualTo("build-reads");
        assertThat(TrafficChoice.nameOf(Path.of("/a/.log"))).isEqualTo(".log");
        assertThat(TrafficChoice.noteOf(41_208, 372_000_000_000L))
                .isEqualTo("41,208 requests · 6 min 12 s");
    }
}
