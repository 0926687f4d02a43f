package cachescope.engine.projection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A report as CSV (RFC 4180): a line of names and a line of values. Names within names are joined
 * with dots.
 */
public final class ReportCsv {
    private static final String END = "\r\n";

    private ReportCsv() {}

    /**
     * The two lines. A value that is null is empty; a list is one field, its parts apart by
     * semicolons.
     */
    public static String of(Report report) {
        var fields = new LinkedHashMap<String, String>();
        flatten("", report.json(), fields);
        return line(fields.keySet()) + line(fields.values());
    }

    private static void flatten(String path, JsonNode node, SequencedMap<String, String> fields) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                var name = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
                flatten(name, property.getValue(), fields);
            }
        } else if (node.isArray()) {
            fields.put(
                    path,
                    StreamSupport.stream(node.spliterator(), false)
                            .map(ReportCsv::text)
                            .collect(Collectors.joining("; ")));
        } else {
            fields.put(path, text(node));
        }
    }

    private static String text(JsonNode node) {
        if (node.isNull()) {
            return "";
        }
        return node.isString() ? node.stringValue() : node.toString();
    }

    private static String line(Iterable<String> values) {
        return StreamSupport.stream(values.spliterator(), false)
                        .map(ReportCsv::quoted)
                        .collect(Collectors.joining(","))
                + END;
    }

    private static String quoted(String value) {
        boolean plain =
                value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
