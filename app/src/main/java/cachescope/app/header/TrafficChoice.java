package cachescope.app.header;

import cachescope.app.words.Counts;
import cachescope.app.words.Times;
import java.nio.file.Path;

/**
 * Traffic that can be chosen from the menu. {@code note} says in a few words what it is; empty if
 * nobody knows.
 */
public record TrafficChoice(String name, String note, Path file) {

    /** The name that a file goes by: its own, without the endings that tell the format. */
    public static String nameOf(Path file) {
        var name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
        for (var ending : new String[] {".gz", ".jsonl", ".csv", ".log", ".txt", ".monitor"}) {
            if (name.endsWith(ending) && name.length() > ending.length()) {
                name = name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    /** How much traffic there is: {@code 41,208 requests · 6 min 12 s}. */
    public static String noteOf(long requests, long nanos) {
        return Counts.of(requests, "request", "requests") + " · " + Times.roundLength(nanos);
    }
}
