package cachescope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Answer;
import cachescope.engine.event.CallKind;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Tier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("one of its tests sets the locale of the whole Java")
class ReportFormsTest {
    private final Report report = report();

    @Test
    void csvIsALineOfNamesAndALineOfValues() {
        var lines = ReportCsv.of(report).split("\r\n");

        assertThat(lines).hasSize(2);
        var names = lines[0].split(",");
        assertThat(names)
                .startsWith("requests", "reads", "writes")
                .contains(
                        "tiers.REDIS.hits",
                        "latencyMicros.read.p99",
                        "failures.CacheUnavailable",
                        "traffic.file");
        assertThat(lines[1])
                .startsWith("2,2,0,0,1,1,0,0.5,")
                .contains("\"mind, the \"\"gap\"\"; and the rain\"");
        assertThat(Arrays.asList(names).indexOf("tiers.NEAR_CACHE.hitRatio")).isEqualTo(10);
    }

    @Test
    void textNamesWhatMattersWithItsUnit() {
        var text = ReportText.of(report);

        assertThat(text)
                .contains("requests ", "2 reads, 0 writes, 0 deletes")
                .contains("hits ", "50.0 % of the reads that were answered")
                .contains("latency, µs")
                .contains("failed ", "CacheUnavailable")
                .contains("warning: and the rain");
        assertThat(text.lines())
                .allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
    }

    @Test
    void numbersAreTheSameInEveryLocale() {
        var before = Locale.getDefault();
        var text = ReportText.of(report);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(ReportText.of(report)).isEqualTo(text);
            assertThat(report().warnings()).isEqualTo(report.warnings());
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Report report() {
        var script = new Script().run("live", 0);
        script.read(0, "a", 1_000)
                .call(1, 0, Tier.REDIS, CallKind.GET, "a", 2_000)
                .lookedUp(1, 50_000, Outcome.HIT);
        script.ended(0, 60_000, Answer.HIT);
        script.read(1, "b", 1_000).call(2, 1, Tier.REDIS, CallKind.GET, "b", 2_000);
        script.callFailed(2, 80_000, "CacheUnavailable").ended(1, 1_234_567_000, Answer.MISS);
        return script.fold(new ReportProjection())
                .report(
                        new RunFacts(
                                new Report.Traffic("a, b.csv", "csv", 2, 2, true, 12.5),
                                Duration.ofMillis(1_250),
                                "6.2.11",
                                null,
                                List.of("mind, the \"gap\"", "and the rain")));
    }
}
