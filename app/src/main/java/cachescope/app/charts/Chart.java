package cachescope.app.charts;

import cachescope.app.theme.Tone;
import cachescope.app.words.Counts;
import cachescope.app.words.Times;
import cachescope.engine.projection.Timeline.Trailing;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a chart shows: a value that a run has at any time, or has not. Latencies are nanoseconds.
 */
public enum Chart {
    HIT_RATIO("Hit ratio", "Hits among the reads that were answered", Tone.HIT) {
        @Override
        OptionalDouble of(Trailing trailing) {
            return trailing.hitRatio();
        }

        @Override
        String words(double value) {
            return Counts.share(value);
        }
    },
    DATABASE_CALLS(
            "Database calls",
            "Rows read and written in the database, per second",
            Tone.DATABASE_CALL) {
        @Override
        OptionalDouble of(Trailing trailing) {
            return OptionalDouble.of(trailing.databaseCallsPerSecond());
        }

        @Override
        String words(double value) {
            return Counts.perSecond(value);
        }
    },
    READ_P50("Read p50", "Half of the reads were answered within this time", Tone.READ) {
        @Override
        OptionalDouble of(Trailing trailing) {
            return asDouble(trailing.readLatencyP50());
        }

        @Override
        String words(double value) {
            return Times.length(value);
        }
    },
    READ_P99("Read p99", "99 of 100 reads were answered within this time", Tone.MESSAGE) {
        @Override
        OptionalDouble of(Trailing trailing) {
            return asDouble(trailing.readLatencyP99());
        }

        @Override
        String words(double value) {
            return Times.length(value);
        }
    };

    private final String title;
    private final String sentence;
    private final Tone tone;

    Chart(String title, String sentence, Tone tone) {
        this.title = title;
        this.sentence = sentence;
        this.tone = tone;
    }

    public String title() {
        return title;
    }

    /** What it says, in a sentence. */
    public String sentence() {
        return sentence;
    }

    public Tone tone() {
        return tone;
    }

    /** Whether its axis is logarithmic, as that of a latency is. */
    public boolean isLatency() {
        return this == READ_P50 || this == READ_P99;
    }

    abstract OptionalDouble of(Trailing trailing);

    /** A value as it is written. */
    abstract String words(double value);

    /** A value that may be absent as it is written. */
    String words(OptionalDouble value) {
        return value.isPresent() ? words(value.getAsDouble()) : "–";
    }

    private static OptionalDouble asDouble(OptionalLong value) {
        return value.isPresent()
                ? OptionalDouble.of((double) value.getAsLong())
                : OptionalDouble.empty();
    }
}
