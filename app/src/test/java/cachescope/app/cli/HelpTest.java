package cachescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.traffic.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @Test
    void theHelpOfTheProgramNamesItsCommandsAndExitCodes() {
        assertThat(Program.run("--help").assertDone().output())
                .contains(
                        "replay",
                        "hit-ratio",
                        "curve",
                        "watch",
                        "snapshot",
                        "formats",
                        "0 done; 1 the run failed; 2 wrong arguments or input; 130");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--traffic",
                "--format",
                "--columns",
                "--rate",
                "--skip-bad",
                "--limit",
                "--strategy",
                "--pattern",
                "--ttl",
                "--negative-ttl",
                "--on-write",
                "--refresh-at",
                "--write-delay",
                "--write-batch",
                "--write-queue",
                "--write-attempts",
                "--write-backoff",
                "--without",
                "--world",
                "--redis",
                "--database",
                "--empty-database",
                "--database-delay",
                "--speed",
                "--seed",
                "--concurrency",
                "--cache-capacity",
                "--latency",
                "--latency-from",
                "--fault",
                "--events",
                "--json",
                "--csv"
            })
    void theHelpOfReplayTellsEveryOption(String option) {
        assertThat(Program.run("replay", "--help").assertDone().output())
                .containsPattern(option + "[ =\\n]");
    }

    @Test
    void theHelpOfReplayTellsTheDefaultsAndTheNamesThatItTakes() {
        assertThat(Program.run("replay", "--help").output().replaceAll("\\s+", " "))
                .contains(
                        "cache-aside (default)", "60s (default)", "0.8 by default", "1s by default")
                .contains("100 by default", "10000 by default", "64 by default", "(default: 1000)")
                .contains(
                        "(default: max, of a scenario 1)",
                        "a real SQLite (default)",
                        "all by default")
                .contains("checked-fill", "absence-ends-at-creation")
                .doesNotContain("CHECKED_FILL");
    }

    @Test
    void theHelpOfReplayTellsHowLatenciesAndFaultsAreWritten() {
        assertThat(Program.run("replay", "--help").output().replaceAll("\\s+", " "))
                .contains("REDIS=p50:1ms/p99:5ms,DATABASE=10ms..100ms", "100ns by default")
                .contains("redis|database lost-before CHANCE [WHEN]", "node N killed [WHEN]")
                .contains("CHANCE is 1%, 1/100 or 1 in 100", "WHEN is 2s..4s")
                .contains("--fault \"redis down 2s..4s\"");
    }

    @Test
    void theHelpOfSnapshotTellsWhatATimeIsAndHowLargeAPictureCanBe() {
        assertThat(Program.run("snapshot", "--help").assertDone().output().replaceAll("\\s+", " "))
                .contains("without a display", "640x400 to 7680x4320 (default: 1440x900)")
                .contains("In the simulated world that is recorded time")
                .contains("at the given --speed until a second after the time")
                .contains("beyond its end the end is shown");
    }

    @Test
    void formatsTellsEachFormatHowItIsRecognisedAndWhatItCarries() {
        assertThat(Program.run("formats").assertDone().output())
                .contains(
                        "jsonl ",
                        "csv ",
                        "redis-monitor ",
                        "access-log ",
                        "twitter ",
                        "lirs ",
                        "arc ",
                        "address ",
                        "cache2k ",
                        "cloudphysics ",
                        "adaptsize ",
                        "oracle-general ",
                        "keys ",
                        "recognised by",
                        "carries")
                .hasLineCount(2 * Format.values().length);
        assertThat(Program.run("formats", "--help").assertDone().output())
                .contains("Usage: cachescope formats");
    }

    @Test
    void withoutArgumentsTheWindowOpens() {
        assertThat(Program.run().exitCode()).isEqualTo(Program.WINDOW);
        assertThat(Program.run("--help").output())
                .contains("Without arguments it opens its window");
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(Program.run("--version").assertDone().output()).matches("cachescope [0-9.]+\\R");
    }
}
