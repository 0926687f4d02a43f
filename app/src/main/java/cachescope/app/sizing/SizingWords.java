package cachescope.app.sizing;

import cachescope.app.words.Counts;
import cachescope.engine.sizing.By;
import cachescope.engine.sizing.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What curves say, in words. */
final class SizingWords {
    private SizingWords() {}

    /**
     * The short sentences below the chart.
     *
     * @param share which share of the best hit ratio is to be kept
     * @param marks the capacities in force
     */
    static List<String> facts(Curve lead, double share, List<Mark> marks) {
        var facts = new ArrayList<String>();
        lead.smallestKeeping(share)
                .ifPresentOrElse(
                        point ->
                                facts.add(
                                        String.format(
                                                Locale.ROOT,
                                                "%.0f %% of the best hit ratio: %s (%s hits)",
                                                share * 100,
                                                (lead.mayBeSmaller(point) ? "at most " : "")
                                                        + Sizes.of(point.capacity(), lead.by()),
                                                Counts.share(1 - point.missRatio()))),
                        () -> facts.add("nothing ever hits"));
        lead.knee().ifPresent(knee -> facts.add("knee: " + Sizes.of(knee.capacity(), lead.by())));
        for (var mark : marks) {
            double miss = lead.missRatio(mark.capacity());
            facts.add(
                    "%s now: %s (%s hits)"
                            .formatted(
                                    mark.words(),
                                    Sizes.of(mark.capacity(), lead.by()),
                                    Counts.share(1 - miss)));
        }
        facts.add(workingSet(lead));
        facts.add(
                "one-hit wonders: "
                        + Counts.share(lead.workload().oneHitWonders())
                        + " of the keys");
        facts.add(precision(lead));
        return List.copyOf(facts);
    }

    /** The knee, and the smallest cache that keeps a share of the best hit ratio. */
    static List<Mark> marks(Curve lead, double share) {
        var marks = new ArrayList<Mark>();
        lead.knee()
                .ifPresent(knee -> marks.add(new Mark("knee", knee.capacity(), knee.missRatio())));
        lead.smallestKeeping(share)
                .ifPresent(point ->
                        marks.add(
                                new Mark(
                                        String.format(Locale.ROOT, "keeps %.0f %%", share * 100),
                                        point.capacity(),
                                        point.missRatio())));
        return marks;
    }

    private static String workingSet(Curve lead) {
        var workload = lead.workload();
        var keys =
                (lead.sampleRate() < 1 ? "about " : "")
                        + Counts.of(workload.uniqueKeys(), "key", "keys");
        return "working set: "
                + keys
                + (lead.by() == By.BYTES ? ", " + Counts.bytes(workload.uniqueBytes()) : "");
    }

    private static String precision(Curve lead) {
        var label = lead.eviction().label();
        if (lead.sampleRate() < 1) {
            return String.format(
                    Locale.ROOT,
                    "%s from %.2g %% of the keys, within %.1f points",
                    label,
                    lead.sampleRate() * 100,
                    lead.error() * 100);
        }
        return lead.missRatios() == null
                ? label + " replayed at " + lead.points().size() + " capacities"
                : label + " exact";
    }
}
