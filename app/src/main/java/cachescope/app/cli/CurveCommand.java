package cachescope.app.cli;

import cachescope.engine.sizing.Advance;
import cachescope.engine.sizing.By;
import cachescope.engine.sizing.Curve;
import cachescope.engine.sizing.Sizing;
import cachescope.engine.sizing.SizingException;
import cachescope.engine.strategy.EvictionName;
import cachescope.engine.traffic.TrafficException;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells the miss ratio by capacity. */
@Command(
        name = "curve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells the miss ratio of a recording by capacity: of LRU exactly in one pass, sampled where it would not fit"
                    + " in memory; of other policies by a replay at each of some capacities."
        })
final class CurveCommand extends SizingCommand {
    @Option(
            names = "--eviction",
            paramLabel = "NAME",
            description =
                    "lru (default), linked-hash-map, fifo, clock, lfu, sieve, s3-fifo, w-tinylfu, sampled-lru or opt.")
    private EvictionName policy = EvictionName.LRU;

    @Option(
            names = "--keep",
            paramLabel = "PERCENT",
            description =
                    "The smallest cache is told that keeps so much of the best hit ratio (default: ${DEFAULT-VALUE}).")
    private double keep = 90;

    @Option(
            names = "--sample-keys",
            paramLabel = "N",
            description =
                    "Follow about so many keys at most for lru, chosen by their hashes; as many as fit by default.")
    private @Nullable Integer sampleKeys;

    @ArgGroup private ReportForm form = new ReportForm();

    private @Nullable CurveReport report;

    @Override
    void check() throws InvalidInput {
        if (!(keep > 0 && keep <= 100)) {
            throw new InvalidInput("--keep: expected more than 0 and at most 100 percent", null);
        }
        if (sampleKeys != null && sampleKeys < 1) {
            throw new InvalidInput(
                    "--sample-keys: " + sampleKeys + " is too few keys: expected 1 or more", null);
        }
        if (sampleKeys != null && policy != EvictionName.LRU) {
            throw new InvalidInput(
                    "--sample-keys: samples the curve of lru alone, but --eviction is "
                            + policy.label(),
                    null);
        }
        if (by() == By.BYTES && policy == EvictionName.OPT) {
            throw new InvalidInput(
                    "--eviction: opt is the optimum only where all objects are of one size: expected --by objects",
                    null);
        }
        form.check();
        new OutputFiles().beside("--traffic", traffic().file()).writing("--csv", form.file());
    }

    @Override
    void size(Sizing sizing, Advance advance) throws TrafficException, SizingException {
        var chosen = sampleKeys == null ? sizing : sizing.withMostKeys(sampleKeys);
        Curve curve = chosen.curve(policy, advance);
        report = new CurveReport(sizing.traffic(), curve, keep / 100);
        curve.remarks().forEach(remark -> err().println(name() + ": " + remark));
    }

    @Override
    void tell(PrintWriter out) throws IOException {
        if (report != null) {
            form.write(new ReportForm.Forms(report::json, report::csv, report::text), out);
        }
    }
}
