package cachescope.app.settings;

import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.StrategyJson;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Settings as JSON. */
final class SettingsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int FILES_MAX = 20;
    private static final int NAMES_MAX = 100;
    private static final String SIMULATED = "simulated";

    private SettingsJson() {}

    static String write(Settings settings) {
        var tree = MAPPER.createObjectNode();
        settings.window().ifPresent(place -> writePlace(tree.putObject("window"), place));
        tree.put("theme", settings.dark() ? "dark" : "light");
        settings.strategy()
                .ifPresent(strategy -> tree.set("strategy", StrategyJson.tree(strategy)));
        settings.lastFile().ifPresent(file -> tree.put("lastFile", file.toString()));
        settings.lastFolder().ifPresent(folder -> tree.put("lastFolder", folder.toString()));
        var recent = tree.putArray("recentFiles");
        settings.recentFiles().forEach(file -> recent.add(file.toString()));
        tree.put("playheadRate", settings.playheadRate());
        tree.put("skipIdle", settings.skipIdle());
        tree.put("world", settings.simulated() ? SIMULATED : "live");
        tree.put("seed", settings.seed());
        settings.folded().ifPresent(names -> names.forEach(tree.putArray("folded")::add));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }

    /**
     * Reads settings; throws with a sentence where they are not what {@link #write} makes. Unknown
     * fields are passed over.
     */
    static Settings read(String text) throws SettingsException {
        var tree = tree(text);
        return new Settings(
                place(tree.path("window")),
                !tree.path("theme").asString("dark").equals("light"),
                strategy(tree.path("strategy")),
                path(tree.path("lastFile")),
                path(tree.path("lastFolder")),
                paths(tree.path("recentFiles")),
                number(tree.path("playheadRate"), "playheadRate", Settings.DEFAULT.playheadRate()),
                tree.path("skipIdle").asBoolean(false),
                tree.path("world").asString("live").equals(SIMULATED),
                tree.path("seed").asLong(Settings.DEFAULT.seed()),
                names(tree.path("folded")));
    }

    private static JsonNode tree(String text) throws SettingsException {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new SettingsException("it is not JSON", e);
        }
        if (!tree.isObject()) {
            throw new SettingsException("it holds no JSON object", null);
        }
        return tree;
    }

    private static void writePlace(ObjectNode node, WindowPlace place) {
        node.put("x", place.x());
        node.put("y", place.y());
        node.put("width", place.width());
        node.put("height", place.height());
        node.put("maximized", place.maximized());
    }

    private static Optional<WindowPlace> place(JsonNode node) throws SettingsException {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        double none = Double.NaN;
        var place =
                new WindowPlace(
                        number(node.path("x"), "window.x", none),
                        number(node.path("y"), "window.y", none),
                        number(node.path("width"), "window.width", none),
                        number(node.path("height"), "window.height", none),
                        node.path("maximized").asBoolean(false));
        return Double.isNaN(place.x() + place.y() + place.width() + place.height())
                ? Optional.empty()
                : Optional.of(place);
    }

    private static Optional<Strategy> strategy(JsonNode node) throws SettingsException {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        try {
            var strategy = StrategyJson.read("strategy", node.toString());
            if (!strategy.problems().isEmpty()) {
                throw new SettingsException("its strategy makes no sense", null);
            }
            return Optional.of(strategy);
        } catch (StrategyException e) {
            throw new SettingsException("its strategy cannot be used", e);
        }
    }

    private static double number(JsonNode node, String name, double otherwise)
            throws SettingsException {
        if (node.isMissingNode()) {
            return otherwise;
        }
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new SettingsException(name + " is not a number", null);
        }
        return node.doubleValue();
    }

    private static List<Path> paths(JsonNode node) throws SettingsException {
        var paths = new ArrayList<Path>();
        for (var element : node) {
            if (paths.size() < FILES_MAX) {
                path(element).ifPresent(paths::add);
            }
        }
        return paths;
    }

    private static Optional<List<String>> names(JsonNode node) {
        if (!node.isArray()) {
            return Optional.empty();
        }
        return Optional.of(
                node.valueStream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue)
                        .limit(NAMES_MAX)
                        .toList());
    }

    private static Optional<Path> path(JsonNode node) throws SettingsException {
        if (!node.isString()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(node.stringValue()));
        } catch (InvalidPathException e) {
            throw new SettingsException("a path in it is none: " + e.getReason(), e);
        }
    }
}
