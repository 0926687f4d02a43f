package cachescope.engine.scenario;

import cachescope.engine.run.PlannedDisturbance;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.StrategyJson;
import cachescope.engine.traffic.ReadingOptions;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import cachescope.engine.traffic.TrafficFile;
import cachescope.engine.traffic.generator.MixedTraffic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scenarios as JSON files: {@code title}, {@code watch}, {@code learn}, {@code world} and {@code
 * seed}, {@code strategy} with the fields of a strategy file, {@code traffic} as the name of a
 * recording beside the file or as a list of made-up parts, {@code trouble} as a list of {@link
 * DisturbanceText}, and {@code view} as the part of the window that shows it best.
 */
public final class ScenarioFile {
    /** The largest file that is read, in bytes. */
    public static final int SIZE_MAX = 1_000_000;

    private static final List<String> FIELDS =
            List.of(
                    "title",
                    "watch",
                    "learn",
                    "world",
                    "seed",
                    "strategy",
                    "traffic",
                    "trouble",
                    "view");

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private ScenarioFile() {}

    /** Whether a file looks like a scenario by its name. */
    public static boolean isNamedSo(Path file) {
        return String.valueOf(file.getFileName()).endsWith(".scenario.json");
    }

    /** Reads a scenario; throws with a sentence that names the file if there is none in it. */
    public static Scenario read(Path file) throws ScenarioException {
        try {
            if (Files.size(file) > SIZE_MAX) {
                throw new ScenarioException(
                        file
                                + ": expected a scenario of at most "
                                + SIZE_MAX
                                + " bytes, but it has more.");
            }
            return scenario(file, MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException missing) {
            throw new ScenarioException(file + ": there is no such file.", missing);
        } catch (IOException failure) {
            throw new ScenarioException(
                    "%s: cannot be read (%s).".formatted(file, failure.getMessage()), failure);
        } catch (JacksonException notJson) {
            throw new ScenarioException(
                    "%s: expected JSON, but %s: %s."
                            .formatted(file, place(notJson), notJson.getOriginalMessage()),
                    notJson);
        }
    }

    /** What is not JSON: a line, where it is known. */
    private static String place(JacksonException notJson) {
        var location = notJson.getLocation();
        return location == null ? "it is not" : "line " + location.getLineNr() + " is not";
    }

    private static Scenario scenario(Path file, JsonNode tree) throws ScenarioException {
        var fields = new JsonFields(file.toString(), tree, FIELDS);
        long seed = fields.whole("seed").orElse(1);
        return new Scenario(
                fields.text("title"),
                fields.text("watch"),
                fields.text("learn"),
                isSimulated(fields),
                seed,
                strategy(file, fields),
                traffic(file, fields, seed),
                trouble(fields),
                view(fields));
    }

    private static Scenario.View view(JsonFields fields) throws ScenarioException {
        var name = fields.optionalText("view").orElse(Scenario.View.CHARTS.label());
        for (var view : Scenario.View.values()) {
            if (view.label().equals(name)) {
                return view;
            }
        }
        throw fields.wrong("view", "charts, hierarchy, lru, fan-out or stampede");
    }

    private static boolean isSimulated(JsonFields fields) throws ScenarioException {
        var world = fields.optionalText("world").orElse("live");
        return switch (world) {
            case "live" -> false;
            case "simulated" -> true;
            default -> throw fields.wrong("world", "live or simulated");
        };
    }

    private static Strategy strategy(Path file, JsonFields fields) throws ScenarioException {
        try {
            var strategy =
                    StrategyJson.read(
                            file + ": field 'strategy'", fields.node("strategy").toString());
            var problems = strategy.problems();
            if (!problems.isEmpty()) {
                throw fields.complaint("field 'strategy': " + problems.getFirst().reason());
            }
            return strategy;
        } catch (StrategyException wrong) {
            throw new ScenarioException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static Traffic traffic(Path file, JsonFields fields, long seed)
            throws ScenarioException {
        var traffic = fields.node("traffic");
        if (traffic.isArray()) {
            return new MixedTraffic(
                    fields.text("title"),
                    seed,
                    TrafficParts.read(file + ": field 'traffic'", traffic));
        }
        if (!traffic.isString()) {
            throw fields.wrong("traffic", "the name of a recording, or a list of parts");
        }
        try {
            return TrafficFile.of(
                    file.resolveSibling(traffic.stringValue()), ReadingOptions.DEFAULT);
        } catch (TrafficException wrong) {
            throw new ScenarioException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static List<PlannedDisturbance> trouble(JsonFields fields) throws ScenarioException {
        if (!fields.has("trouble")) {
            return List.of();
        }
        if (!fields.node("trouble").isArray()) {
            throw fields.wrong("trouble", "a list of texts such as '5s kill app-2'");
        }
        var trouble = new ArrayList<PlannedDisturbance>();
        for (var item : fields.node("trouble")) {
            if (!item.isString()) {
                throw fields.wrong("trouble", "a list of texts such as '5s kill app-2'");
            }
            try {
                trouble.add(DisturbanceText.parse(item.stringValue()));
            } catch (ScenarioException wrong) {
                throw fields.complaint("field 'trouble': " + wrong.getMessage());
            }
        }
        trouble.sort(Comparator.comparingLong(PlannedDisturbance::at));
        return trouble;
    }
}
