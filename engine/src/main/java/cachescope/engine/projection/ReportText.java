package cachescope.engine.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report for people: aligned columns, every number with its unit. */
public final class ReportText {
    private final List<String> lines = new ArrayList<>();

    private ReportText() {}

    /** The lines, each with its end. */
    public static String of(Report report) {
        var text = new ReportText();
        text.head(report);
        text.answers(report);
        text.database(report);
        text.freshness(report);
        text.messages(report);
        text.orphans(report);
        text.queue(report);
        text.latencies(report);
        text.troubles(report);
        return String.join(System.lineSeparator(), text.lines) + System.lineSeparator();
    }

    private void head(Report report) {
        var traffic = report.traffic();
        row(
                "requests",
                count(report.requests()),
                "%s reads, %s writes, %s deletes"
                        .formatted(
                                count(report.reads()),
                                count(report.writes()),
                                count(report.deletes())));
        row(
                "unique keys",
                (traffic.uniqueKeysEstimated() ? "~" : "") + count(traffic.uniqueKeys()),
                traffic.file()
                        + " ("
                        + traffic.format()
                        + "), recorded over "
                        + decimal(traffic.seconds())
                        + " s");
        row(
                "elapsed",
                decimal(report.elapsedSeconds()) + " s",
                count(Math.round(report.requestsPerSecond()))
                        + " requests/s, "
                        + report.strategy().path("pattern").asString("")
                        + ", "
                        + report.world()
                        + " world, speed "
                        + report.speed());
        lines.add("");
    }

    private void answers(Report report) {
        row(
                "hits",
                count(report.hits()),
                percent(report.hitRatio(), "of the reads that were answered"));
        row("misses", count(report.misses()), "");
        rowUnlessZero(
                "unanswered", report.unanswered(), "reads that failed before their first look-up");
        for (var tier : report.tiers().entrySet()) {
            var lookUps = tier.getValue();
            if (lookUps.hits() + lookUps.misses() > 0) {
                row(
                        "  " + tier.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        count(lookUps.hits()),
                        "%s; %s misses, %s of them expired, %s evictions"
                                .formatted(
                                        percent(lookUps.hitRatio(), "hits"),
                                        count(lookUps.misses()),
                                        count(lookUps.expirations()),
                                        count(lookUps.evictions())));
            }
        }
        lines.add("");
    }

    private void database(Report report) {
        row("record reads", count(report.recordReads()), "");
        row(
                "record writes",
                count(report.recordWrites()),
                "in " + count(report.recordBatches()) + " transactions");
        rowUnlessZero(
                "stampedes",
                report.stampedes(),
                "%s duplicate loads, at most %s of a key at once"
                        .formatted(
                                count(report.duplicateLoads()),
                                count(report.maxConcurrentLoads())));
        rowUnlessZero("early refreshes", report.earlyRefreshes(), "");
        rowUnlessZero(
                "lock waits",
                report.lockWaits(),
                count(report.lockTimeouts()) + " of them given up");
        lines.add("");
    }

    private void freshness(Report report) {
        row(
                "stale reads",
                count(report.staleReads()),
                report.staleReads() == 0
                        ? ""
                        : "%s ms on average, %s ms at most"
                                .formatted(
                                        decimal(report.meanStalenessMillis()),
                                        decimal(report.maxStalenessMillis())));
        rowUnlessZero(
                "unflushed reads",
                report.unflushedReads(),
                "of versions that were not committed yet");
        lines.add("");
    }

    private void messages(Report report) {
        if (report.messagesPublished() > 0) {
            row(
                    "messages published",
                    count(report.messagesPublished()),
                    "%s delivered, %s lost"
                            .formatted(
                                    count(report.messagesDelivered()),
                                    count(report.messagesLost())));
            lines.add("");
        }
    }

    private void orphans(Report report) {
        if (report.entriesOrphaned() > 0) {
            row(
                    "entries orphaned",
                    count(report.entriesOrphaned()),
                    "%s bytes at most at once".formatted(count(report.orphanedBytesMax())));
            lines.add("");
        }
    }

    private void queue(Report report) {
        if (report.writesAcknowledged() > 0) {
            row(
                    "writes acknowledged",
                    count(report.writesAcknowledged()),
                    "%s flushed, %s coalesced, %s pending, %s lost"
                            .formatted(
                                    count(report.writesFlushed()),
                                    count(report.writesCoalesced()),
                                    count(report.writesPending()),
                                    count(report.writesLost())));
            lines.add("");
        }
    }

    private void latencies(Report report) {
        lines.add(
                "%-22s %12s %12s %12s %12s %12s"
                        .formatted("latency, µs", "p50", "p90", "p99", "p99.9", "max"));
        percentiles("  read", report.latencyMicros().read());
        percentiles("  write", report.latencyMicros().write());
    }

    private void percentiles(String name, Report.Percentiles micros) {
        lines.add(
                "%-22s %12s %12s %12s %12s %12s"
                        .formatted(
                                name,
                                decimal(micros.p50()),
                                decimal(micros.p90()),
                                decimal(micros.p99()),
                                decimal(micros.p999()),
                                decimal(micros.max())));
    }

    private void troubles(Report report) {
        if (!report.failures().isEmpty()) {
            lines.add("");
        }
        for (Map.Entry<String, Long> failure : report.failures().entrySet()) {
            row("failed", count(failure.getValue()), failure.getKey());
        }
        if (!report.warnings().isEmpty()) {
            lines.add("");
        }
        for (var warning : report.warnings()) {
            lines.add("warning: " + warning);
        }
    }

    private void row(String name, String value, String more) {
        lines.add(String.format(Locale.ROOT, "%-22s %14s  %s", name, value, more).stripTrailing());
    }

    private void rowUnlessZero(String name, long value, String more) {
        if (value != 0) {
            row(name, count(value), more);
        }
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }

    private static String percent(@Nullable Double ratio, String of) {
        return ratio == null ? "" : String.format(Locale.ROOT, "%.1f %% %s", ratio * 100, of);
    }
}
