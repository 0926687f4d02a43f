package cachescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.SavedLogs;
import cachescope.app.fixture.SyntheticLog;
import cachescope.app.frame.Selection;
import cachescope.app.picture.Camera;
import cachescope.app.picture.Film;
import cachescope.app.picture.Picture;
import cachescope.app.picture.PictureSize;
import cachescope.app.picture.UnknownView;
import cachescope.app.theme.Mode;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.Tier;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init")
class SnapshotTest {
    @TempDir Path folder;
    private final List<Camera.Shot> shots = new ArrayList<>();
    private Path events;
    private Path out;

    @BeforeEach
    void save() {
        events = SavedLogs.save(SyntheticLog.of(1, 300, 100, 1), folder.resolve("run.jsonl"));
        out = folder.resolve("picture.png");
    }

    @Test
    void aSavedLogIsTakenAsTheOptionsSay() {
        var ended =
                ofLog("--at", "1.5s", "--size", "1000x800", "--theme", "light", "--tier", "REDIS");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output()).isEmpty();
        var shot = shots.getFirst();
        assertThat(shot.span().momentOf(0)).isEqualTo(1_500_000_000L);
        assertThat(shot.span().pictures()).isEqualTo(1);
        assertThat(shot.size()).isEqualTo(new PictureSize(1000, 800));
        assertThat(shot.mode()).isEqualTo(Mode.LIGHT);
        assertThat(shot.selection()).isEqualTo(new Selection.OfTier(Tier.REDIS, ""));
        assertThat(shot.caption().saved()).isTrue();
        assertThat(out).isNotEmptyFile();
    }

    @Test
    void withoutOptionsThePictureIsDarkAndAtEase() {
        ofLog("--at", "1s");

        assertThat(shots.getFirst().size()).isEqualTo(new PictureSize(1440, 900));
        assertThat(shots.getFirst().window()).isEqualTo(new PictureSize(1440, 900));
        assertThat(shots.getFirst().mode()).isEqualTo(Mode.DARK);
    }

    @Test
    void atAScaleTheWindowIsSmallerThanThePicture() {
        ofLog("--at", "1s", "--size", "2880x1800", "--scale", "2");

        assertThat(shots.getFirst().window()).isEqualTo(new PictureSize(1440, 900));
    }

    @Test
    void theSimulatedRunIsTheSameEachTime() {
        simulated();
        simulated();

        var logs = shots.stream().map(Camera.Shot::log).map(EventLog::size).toList();
        assertThat(logs.getFirst()).isGreaterThan(1_000).isEqualTo(logs.getLast());
        assertThat(shots.getFirst().caption()).isEqualTo(shots.getLast().caption());
        assertThat(shots.getFirst().caption().traffic()).isEqualTo("generated-flash-sale");
        assertThat(shots.getFirst().caption().world()).isEqualTo("simulated");
    }

    @Test
    void beyondTheEndTheEndIsShownWithARemark() {
        var ended = ofLog("--at", "1h");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.errors()).contains("the run ends at 00:0").contains("its end is shown");
        var shot = shots.getFirst();
        assertThat(shot.span().momentOf(0)).isEqualTo(shot.log().lastAt());
    }

    @Test
    void aFilmHasAsManyPicturesAsItsTimeAndRateAskFor() {
        ofLog("--at", "1s", "--to", "2s", "--fps", "5", "--playback-rate", "0.5");

        var span = shots.getFirst().span();
        assertThat(span.pictures()).isEqualTo(10);
        assertThat(span.framesPerSecond()).isEqualTo(5);
        assertThat(span.momentOf(1)).isEqualTo(1_100_000_000L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--at 1s --size 639x400 | expected 640x400 to 7680x4320, but found 639x400",
                "--at 1s --size 7681x4320 | expected 640x400 to 7680x4320",
                "--at 1s --size 1440 | expected a width and a height such as 1440x900",
                "--at 1s --theme blue | '--theme': expected one of dark, light, but found 'blue'",
                "--at 1s --tier moon | '--tier': expected one of client, edge",
                "--at 1s --request -1 | --request: -1: expected the number of a request, from 0",
                "--at 1s --fps 5 | --fps: is of a film",
                "--at soon | expected a duration",
                "--at 1s --to 1s | a film ends after it begins",
                "--at 0 --to 1h | 1200 is the most",
                "--at 1s --to 2s --fps 0 | 1 to 60 frames a second",
                "--at 1s --to 2s --size 7680x4320 | 2560x1600",
                "--at 1s --playback-rate 0 | --playback-rate: expected 0.0001 to 1000",
                "--at 1s --scale 9 | --scale: expected 1 to 8",
                "--at 1s --tier REDIS --request 3 | exclude each other",
                "--at 1s --pattern no-cache | --pattern: means nothing with --events",
                "--size 1000x800 | --at=TIME"
            })
    void whatMakesNoPictureIsRefused(String arguments, String sentence) {
        ofLog(arguments.split(" ")).assertRefused(ExitCode.WRONG_INPUT, sentence);

        assertThat(shots).isEmpty();
        assertThat(out).doesNotExist();
    }

    @Test
    void oneOfTrafficAndEventsIsNeeded() {
        snapshot("--at", "1s", "--out", out.toString())
                .assertRefused(
                        ExitCode.WRONG_INPUT, "--traffic FILE, --scenario FILE or --events FILE");
        ofLog("--at", "1s", "--traffic", "x")
                .assertRefused(ExitCode.WRONG_INPUT, "--traffic and --events exclude each other");
    }

    @Test
    void thePictureIsNoFileThatIsReadAndHasANameThatTellsItsKind() {
        snapshot("--events", events.toString(), "--at", "1s", "--out", events.toString())
                .assertRefused(ExitCode.WRONG_INPUT, "ends in .png or .gif");
        var log = SavedLogs.save(SyntheticLog.of(1, 3, 100, 1), folder.resolve("log.png"));
        snapshot("--events", log.toString(), "--at", "1s", "--out", log.toString())
                .assertRefused(ExitCode.WRONG_INPUT, "name the same file");
    }

    @Test
    void whatIsNoLogIsRefused() throws IOException {
        Files.writeString(events, "{}\n");

        ofLog("--at", "1s").assertRefused(ExitCode.WRONG_INPUT, "not an event log");
    }

    @Test
    void aPictureThatCannotBeWrittenFailsAndLeavesNothing() throws IOException {
        var nowhere = folder.resolve("no folder").resolve("picture.png");

        snapshot("--events", events.toString(), "--at", "1s", "--out", nowhere.toString())
                .assertRefused(ExitCode.WRONG_INPUT, "its folder does not exist");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(events);
        }
    }

    private Program simulated() {
        return snapshot(
                "--traffic",
                Program.recording("generated-flash-sale.jsonl.gz"),
                "--world",
                "simulated",
                "--limit",
                "300",
                "--at",
                "1s",
                "--out",
                out.toString());
    }

    private Program ofLog(String... arguments) {
        return snapshot(
                Stream.concat(
                                Stream.of("--events", events.toString(), "--out", out.toString()),
                                Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private Program snapshot(String... arguments) {
        var output = new StringWriter();
        var errors = new StringWriter();
        int code =
                CachescopeCommand.run(
                        _ -> Program.WINDOW,
                        this::take,
                        new PrintWriter(output),
                        new PrintWriter(errors, true),
                        Stream.concat(Stream.of("snapshot"), Stream.of(arguments))
                                .toArray(String[]::new));
        return new Program(code, output.toString(), errors.toString());
    }

    @Test
    void aViewThatTheWindowDoesNotHaveIsRefusedByTheOptionsName() {
        ofLog("--at", "1s", "--view", "Kitchen")
                .assertRefused(
                        ExitCode.WRONG_INPUT,
                        "--view: expected a view of the window, one of Charts, but found Kitchen");
    }

    private void take(Camera.Shot shot, Film film) throws IOException {
        if (shot.view().equals("Kitchen")) {
            throw new UnknownView(shot.view(), List.of("Charts"));
        }
        shots.add(shot);
        var size = new PictureSize(2, 1);
        for (int i = 0; i < shot.span().pictures(); i++) {
            film.add(new Picture(size, new int[] {0xff000000 | i, 0xffffffff}));
        }
    }
}
