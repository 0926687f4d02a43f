import cachescope.engine.traffic.JsonLinesWriter;
import cachescope.engine.traffic.TrafficException;
import cachescope.engine.traffic.generator.GeneratedTraffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes the generated recordings into a folder: {@code java -cp 'app/target/cachescope/lib/*' Generate.java FOLDER} */
final class Generate {
    private static final long SEED = 20_260_101;

    public static void main(String[] arguments) throws IOException, TrafficException {
        var kinds = List.of(
                GeneratedTraffic.flashSale(SEED, 36_000, Duration.ofMinutes(2)),
                GeneratedTraffic.nightlyScan(SEED, 48_000, Duration.ofMinutes(3)),
                GeneratedTraffic.writeHeavyCounters(SEED, 36_000, Duration.ofMinutes(2)));
        for (var traffic : kinds) {
            var file = Path.of(arguments[0]).resolve(traffic.name() + ".jsonl.gz");
            try (var writer = new JsonLinesWriter(new GZIPOutputStream(Files.newOutputStream(file)));
                    var requests = traffic.open()) {
                for (var next = requests.next(); next.isPresent(); next = requests.next()) {
                    writer.write(next.get());
                }
            }
        }
    }
}
