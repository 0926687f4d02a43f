package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.scenario.Scenario;
import cachescope.engine.scenario.ScenarioFile;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios that come with the program show what they say. */
@Timeout(60)
class BundledScenariosTest {
    private static final Path FOLDER = Path.of("..", "assets", "scenarios");

    private static List<Path> all() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(ScenarioFile::isNamedSo).sorted().toList();
        }
    }

    private static Scenario named(String name) throws Exception {
        return ScenarioFile.read(FOLDER.resolve(name + ".scenario.json"));
    }

    private static Outcome run(Scenario scenario, Strategy strategy) throws Exception {
        var plan =
                Plan.of(strategy, scenario.traffic())
                        .withSpeed(1)
                        .withSeed(scenario.seed())
                        .withDisturbances(scenario.disturbances());
        return Outcome.simulated(plan);
    }

    private static Outcome withAllFixes(Scenario scenario) throws Exception {
        return run(scenario, scenario.strategy().withWithout(Set.of()));
    }

    @Test
    void thereIsOneForEachGuard() throws IOException {
        assertThat(all()).hasSizeGreaterThan(GuardName.values().length);
        for (var guard : GuardName.values()) {
            assertThat(FOLDER.resolve("guard-" + guard.label() + ".scenario.json")).exists();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachIsReadAndRuns(Path file) throws Exception {
        var scenario = ScenarioFile.read(file);
        assertThat(scenario.simulated()).isTrue();
        var report = run(scenario, scenario.strategy()).report();
        assertThat(report.reads()).isPositive();
        assertThat(report.hits() + report.misses() + report.unanswered()).isEqualTo(report.reads());
    }

    /** The key expires twice in a minute; the first load of all is a stampede for some guards. */
    @ParameterizedTest
    @CsvSource({"lock, 3, 3", "lease, 3, 3", "locked-xfetch, 3, 5", "none, 90, 180"})
    void aGuardsLoadsAreAsManyAsItSays(String guard, long least, long most) throws Exception {
        var scenario = named("guard-" + guard);
        assertThat(run(scenario, scenario.strategy()).report().recordReads())
                .isBetween(least, most);
    }

    @Test
    void theHerdLoadsOnceWithALock() throws Exception {
        var herd = named("herd");
        assertThat(run(herd, herd.strategy()).report().recordReads()).isEqualTo(1_001);
        var locked = herd.strategy().withGuard(herd.strategy().guard().withName(GuardName.LOCK));
        assertThat(run(herd, locked).report().recordReads()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"lost-message", "sticky-nothing", "failed-delete"})
    void aFaultIsSeenAndItsFixHelps(String name) throws Exception {
        var scenario = named(name);
        long without = run(scenario, scenario.strategy()).report().staleReads();
        long with = withAllFixes(scenario).report().staleReads();
        assertThat(without).isPositive();
        assertThat(with).isLessThan(without * 3 / 4);
    }
}
