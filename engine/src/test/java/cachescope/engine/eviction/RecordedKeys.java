package cachescope.engine.eviction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** The keys of a real recording that comes with the simulator, numbered as they come. */
final class RecordedKeys {
    private static final String FOLDER =
            "/com/github/benmanes/caffeine/cache/simulator/parser/lirs/";

    private RecordedKeys() {}

    static int[] of(String name) {
        var numbers = new HashMap<String, Integer>();
        try (var stream = RecordedKeys.class.getResourceAsStream(FOLDER + name + ".trace.gz");
                var lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        new GZIPInputStream(Objects.requireNonNull(stream)),
                                        StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("*"))
                    .flatMapToInt(line -> IntStream.of(number(line, numbers)))
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(String key, Map<String, Integer> numbers) {
        int next = numbers.size();
        return numbers.computeIfAbsent(key, _ -> next);
    }
}
