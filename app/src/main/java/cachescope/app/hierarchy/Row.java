package cachescope.app.hierarchy;

import cachescope.app.words.Counts;
import cachescope.app.words.Times;
import cachescope.engine.projection.TierLatency;
import java.util.OptionalLong;

/** A level with what was measured there, in the words of its columns. */
record Row(Level level, TierLatency measured) {
    /** What stands where nothing was measured. */
    static final String NOTHING = "–";

    String p50() {
        return words(measured.p50());
    }

    String p99() {
        return words(measured.p99());
    }

    String calls() {
        return measured.calls() == 0 ? NOTHING : Counts.whole(measured.calls());
    }

    /** The whole row for those who listen. */
    String aloud() {
        var typical = level.sentence() + " Typical size: " + level.size() + ".";
        return level.title() + ": " + typical + (measured.calls() == 0 ? "" : " " + run());
    }

    private String run() {
        return "In this run: p50 %s, p99 %s, %s."
                .formatted(p50(), p99(), Counts.of(measured.calls(), "call", "calls"));
    }

    private static String words(OptionalLong nanos) {
        return nanos.isPresent() ? Times.roundLength(nanos.getAsLong()) : NOTHING;
    }
}
