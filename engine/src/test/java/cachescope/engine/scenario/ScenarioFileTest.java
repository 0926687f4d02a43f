package cachescope.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Operation;
import cachescope.engine.run.Disturbance;
import cachescope.engine.run.PlannedDisturbance;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.traffic.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioFileTest {
    private static final String WHOLE =
            """
            {
              "title": "A herd",
              "watch": "Watch the loads.",
              "learn": "A lock helps.",
              "world": "simulated",
              "seed": 7,
              "strategy": {"guard": "lock", "ttl": "5s"},
              "traffic": [
                {"poisson": {"key": "user:", "keys": 10, "perSecond": 100, "to": "2s", "writes": 0.1}},
                {"burst": {"key": "product:1", "count": 50, "at": "1s"}}
              ],
              "trouble": ["6s start app-2", "5s kill app-2", "1500ms pause 2s", "7s drop user:*"]
            }
            """;

    @TempDir Path folder;

    private Scenario read(String text) throws ScenarioException, IOException {
        var file = folder.resolve("s.scenario.json");
        Files.writeString(file, text);
        return ScenarioFile.read(file);
    }

    private static List<Request> requests(Scenario scenario) throws Exception {
        var requests = new ArrayList<Request>();
        try (var stream = scenario.traffic().open()) {
            for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                requests.add(next.get());
            }
        }
        return requests;
    }

    @Test
    void allOfItIsRead() throws Exception {
        var scenario = read(WHOLE);

        assertThat(scenario.title()).isEqualTo("A herd");
        assertThat(scenario.watch()).isEqualTo("Watch the loads.");
        assertThat(scenario.learn()).isEqualTo("A lock helps.");
        assertThat(scenario.simulated()).isTrue();
        assertThat(scenario.strategy().guard().name()).isEqualTo(GuardName.LOCK);
        assertThat(scenario.plan().seed()).isEqualTo(7);
        assertThat(scenario.plan().disturbances())
                .containsExactly(
                        new PlannedDisturbance(
                                1_500_000_000, new Disturbance.PauseRedis(Duration.ofSeconds(2))),
                        new PlannedDisturbance(5_000_000_000L, new Disturbance.KillNode("app-2")),
                        new PlannedDisturbance(6_000_000_000L, new Disturbance.StartNode("app-2")),
                        new PlannedDisturbance(
                                7_000_000_000L, new Disturbance.InvalidateMatching("user:*")));
    }

    @Test
    void itsTrafficIsTheSameEachTimeAndInOrder() throws Exception {
        var scenario = read(WHOLE);
        var requests = requests(scenario);

        assertThat(requests).isEqualTo(requests(scenario));
        assertThat(requests).isSortedAccordingTo((a, b) -> Long.compare(a.at(), b.at()));
        assertThat(requests.stream().filter(request -> request.key().equals("product:1")))
                .hasSize(50)
                .allMatch(request -> request.at() == 1_000_000_000);
        assertThat(requests.stream().filter(request -> request.key().startsWith("user:")).count())
                .isBetween(150L, 250L);
        assertThat(
                        requests.stream()
                                .filter(request -> request.operation() == Operation.WRITE)
                                .count())
                .isBetween(8L, 40L);
    }

    @Test
    void itsTrafficMayBeARecordingBesideTheFile() throws Exception {
        Files.writeString(folder.resolve("t.jsonl"), "{\"at\":1,\"op\":\"READ\",\"key\":\"a\"}\n");
        var scenario =
                read(
                        """
                        {"title": "T", "watch": "W", "learn": "L", "strategy": {}, "traffic": "t.jsonl"}
                        """);
        assertThat(requests(scenario)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "\"guard\": \"lock\" | \"guard\": \"key\" | field 'strategy': field 'guard': expected one of none, lock",
                "\"seed\": 7 | \"sed\": 7 | unknown field 'sed', expected one of title, watch",
                "\"seed\": 7 | \"seed\": 7.5 | field 'seed': expected a whole number.",
                "\"ttl\": \"5s\" | \"ttl\": \"0\", \"guard\": \"xfetch\" | s.scenario.json",
                "\"simulated\" | \"virtual\" | field 'world': expected live or simulated.",
                "5s kill app-2 | 5s eat app-2 | field 'trouble': expected a time, one of kill",
                "5s kill app-2 | soon kill app-2 | field 'trouble': 'soon kill app-2':",
                "\"perSecond\": 100 | \"perSecond\": -1 | part 1: perSecond is -1.0, expected 1.0E-6",
                "\"count\": 50 | \"count\": 0 | part 2: count is 0, expected 1 to 10000000.",
                "\"burst\" | \"herd\" | part 2: unknown field 'herd', expected one of poisson, burst.",
                "\"count\": 50 | \"count\": 5000000000 | part 2: field 'count': expected a whole number of at most 2147483647.",
                "\"perSecond\": 100, \"to\": \"2s\" | \"perSecond\": 1000000, \"to\": \"10000h\" | part 1: expected at most 100000000 requests in all, but these are about 36000000000000.",
                "1500ms pause 2s | 1500ms pause 0 | '1500ms pause 0': a pause must be longer than 0.",
                "\"title\": \"A herd\" | \"title\": \"\" | field 'title': expected a text.",
                "\"title\": \"A herd\", | \"title\" | expected JSON, but line",
            })
    void whatIsWrongIsToldWithItsPlace(String right, String wrong, String sentence) {
        assertThatThrownBy(() -> read(WHOLE.replace(right, wrong)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageStartingWith(folder.resolve("s.scenario.json").toString())
                .hasMessageContaining(sentence)
                .hasMessageEndingWith(".")
                .message()
                .doesNotEndWith("..");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"5s kill app-2\"", "{\"a\": \"5s kill app-2\"}", "7"})
    void troubleThatIsNoListIsNotPassedOver(String trouble) {
        int from = WHOLE.indexOf("\"trouble\"");
        var text = WHOLE.substring(0, from) + "\"trouble\": " + trouble + "}";
        assertThatThrownBy(() -> read(text))
                .hasMessageContaining("field 'trouble': expected a list of texts");
    }

    @Test
    void nestingThatIsTooDeepIsToldInASentence() {
        assertThatThrownBy(() -> read("[".repeat(100_000)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("expected JSON, but");
    }

    @Test
    void aMissingFileIsToldSo() {
        assertThatThrownBy(() -> ScenarioFile.read(folder.resolve("none")))
                .hasMessageEndingWith("none: there is no such file.");
    }
}
