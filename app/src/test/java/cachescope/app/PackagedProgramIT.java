package cachescope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts what the build packaged, so that what is missing from the package is found. */
class PackagedProgramIT {
    @TempDir Path directory;
    PackagedProgram program;

    @BeforeEach
    void workInADirectoryOfItsOwn() {
        program = PackagedProgram.in(directory);
    }

    @Test
    void replaysABundledRecordingAndReportsInJson() throws Exception {
        var ended =
                program.start(
                        "replay",
                        "--traffic",
                        program.bundledTraffic(),
                        "--limit",
                        "200",
                        "--json");

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output()).hasLineCount(1);
        assertThat(JsonMapper.shared().readTree(ended.output()).get("requests").asInt())
                .isEqualTo(200);
    }

    @Test
    void takesPathsFromTheDirectoryThatItIsStartedIn() throws Exception {
        Files.writeString(
                directory.resolve("own traffic.jsonl"), "{\"op\":\"READ\",\"key\":\"é ☕\"}\n");
        var ended =
                program.start(
                        "replay",
                        "--traffic",
                        "own traffic.jsonl",
                        "--events",
                        "events.jsonl",
                        "--csv",
                        "report.csv",
                        "--database",
                        "kept.db");

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        assertThat(directory.resolve("kept.db")).exists();
        assertThat(Files.readAllLines(directory.resolve("report.csv"))).hasSize(2);
        assertThat(Files.readAllLines(directory.resolve("events.jsonl")))
                .hasSizeGreaterThan(5)
                .first(STRING)
                .contains("\"seq\":0,\"type\":\"RunStarted\"");
        assertThat(Files.readString(directory.resolve("events.jsonl"))).contains("é ☕");
    }

    @Test
    void keepsTheExitCodesOfARunThatFailsAndOfInputThatIsWrong() throws Exception {
        Files.writeString(directory.resolve("bad.jsonl"), "{\"op\":\"FROB\",\"key\":\"a\"}\n");

        var wrong = program.start("replay", "--traffic", "bad.jsonl");
        assertThat(wrong.errors())
                .isEqualToIgnoringNewLines(
                        "cachescope replay: bad.jsonl, line 1: op: expected READ, WRITE or DELETE, found \"FROB\"");
        assertThat(wrong.output()).isEmpty();
        assertThat(wrong.exitCode()).isEqualTo(2);

        var failed =
                program.start(
                        "replay",
                        "--traffic",
                        program.bundledTraffic(),
                        "--redis",
                        "redis://127.0.0.1:1");
        assertThat(failed.errors()).hasLineCount(1).contains("refused the connection");
        assertThat(failed.output()).isEmpty();
        assertThat(failed.exitCode()).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    @EnabledOnOs(value = OS.LINUX, disabledReason = "it needs named pipes and signals")
    void interruptedItReportsWhatItDidAndSaysSo() throws Exception {
        var report = reportWhenInterrupted();

        assertThat(report.get("requests").asInt()).isBetween(1, 300);
        assertThat(report.get("failures").isEmpty()).isTrue();
        assertThat(report.get("writesPending").asInt()).isZero();
        assertThat(report.get("writesLost").asInt()).isZero();
    }

    @Test
    @Timeout(60)
    @EnabledOnOs(value = OS.LINUX, disabledReason = "it needs named pipes and signals")
    void interruptedWithMoreToFlushThanItHasTimeForItReportsWhatIsLost() throws Exception {
        var report = reportWhenInterrupted("--database-delay", "1m");

        assertThat(report.get("writesPending").asInt()).isZero();
        assertThat(report.get("writesLost").asInt()).isPositive();
    }

    /** Interrupts the program when its first request has ended. */
    private JsonNode reportWhenInterrupted(String... options) throws Exception {
        var pipe = directory.resolve("events");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        Files.writeString(
                directory.resolve("slow.jsonl"),
                "{\"at\":0,\"op\":\"WRITE\",\"key\":\"a\"}\n".repeat(300)
                        + "{\"at\":36000,\"op\":\"READ\",\"key\":\"never\"}\n");
        var arguments = new ArrayList<>(List.of(options));
        arguments.addFirst("replay");
        arguments.addAll(List.of("--traffic", "slow.jsonl", "--speed", "1", "--json"));
        arguments.addAll(List.of("--pattern", "write-behind", "--events", pipe.toString()));
        var running = program.begin(arguments.toArray(String[]::new));
        boolean told = false;
        try (var events = Files.newBufferedReader(pipe)) {
            for (var line = events.readLine(); line != null; line = events.readLine()) {
                if (!told && line.contains("\"RequestEnded\"")) {
                    told = true;
                    running.interrupt();
                }
            }
        }
        var ended = running.await();

        assertThat(ended.errors().lines().filter(line -> !line.startsWith("[")))
                .as("what is told beside the progress")
                .containsExactly("cachescope replay: interrupted; this report is partial.");
        assertThat(ended.exitCode()).isEqualTo(130);
        return JsonMapper.shared().readTree(ended.output());
    }

    @Test
    void takesAPictureWithoutADisplay() throws Exception {
        var ended =
                program.with("DISPLAY", "")
                        .start(
                                "snapshot",
                                "--traffic",
                                program.bundledTraffic(),
                                "--world",
                                "simulated",
                                "--limit",
                                "300",
                                "--at",
                                "1s",
                                "--size",
                                "1000x800",
                                "--theme",
                                "light",
                                "--out",
                                "picture.png");

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        var picture = ImageIO.read(directory.resolve("picture.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(1000);
        assertThat(picture.getHeight()).isEqualTo(800);
    }

    @Test
    @Timeout(60)
    @EnabledOnOs(value = OS.LINUX, disabledReason = "it needs signals")
    void aFilmThatIsInterruptedSaysSoAndLeavesNoFile() throws Exception {
        var running =
                program.with("DISPLAY", "")
                        .begin(
                                "snapshot",
                                "--traffic",
                                program.bundledTraffic(),
                                "--world",
                                "simulated",
                                "--at",
                                "20s",
                                "--to",
                                "80s",
                                "--out",
                                "film.gif");
        var part = directory.resolve("film.gif.part").toFile();
        while (part.length() == 0 && !running.process().waitFor(Duration.ofMillis(5))) {
            // The film has not begun.
        }
        running.interrupt();
        var ended = running.await();

        assertThat(ended.errors())
                .isEqualToIgnoringNewLines(
                        "cachescope snapshot: interrupted; no picture was written.");
        assertThat(ended.exitCode()).isEqualTo(130);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void theWindowOpensAndShowsAPacketOnTheHeadlessPlatform() throws Exception {
        var ended =
                program.with("CACHESCOPE_OPTS", "-Dglass.platform=Headless -Dprism.order=sw")
                        .with("XDG_CONFIG_HOME", directory.toString())
                        .start("--trace-start", "--exit-after-first-packet");

        assertThat(ended.errors().lines())
                .satisfiesExactly(
                        open -> assertThat(open).endsWith("window open"),
                        packet -> assertThat(packet).endsWith("first packet moving"));
        assertThat(ended.output()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADisplayItNamesTheCommandThatNeedsNone() throws Exception {
        var ended = program.with("DISPLAY", "").start();

        assertThat(ended.errors()).hasLineCount(1).contains("no display", "replay");
        assertThat(ended.output()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(1);
    }
}
