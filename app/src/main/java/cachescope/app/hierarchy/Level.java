package cachescope.app.hierarchy;

import cachescope.app.theme.Tone;
import cachescope.app.words.Times;
import cachescope.engine.event.Tier;
import java.util.Optional;

/**
 * A rung of the ladder: a place where data can lie and what it typically takes to fetch it from
 * there. The figures are those of textbooks, in nanoseconds, but for a Redis on the same machine,
 * which was measured.
 */
enum Level {
    L1(
            "L1",
            "in the core",
            new Range(1, 1),
            "32–64 KB",
            "loops",
            "The first cache of a processor's core: about 1 ns.",
            Optional.empty()),
    L2(
            "L2",
            "in the core",
            new Range(3, 10),
            "256 KB–1 MB",
            "hot data",
            "The second cache of a core, larger and slower: 3 to 10 ns.",
            Optional.empty()),
    L3(
            "L3",
            "of all cores",
            new Range(10, 20),
            "8–64 MB",
            "shared",
            "The last cache on the chip, which all cores share: 10 to 20 ns.",
            Optional.empty()),
    MEMORY(
            "Memory",
            "RAM",
            new Range(100, 100),
            "GBs",
            "near cache",
            "Main memory, about 100 ns away; an application's near cache lies here.",
            Optional.of(Tier.NEAR_CACHE)),
    REDIS(
            "Redis",
            "network",
            new Range(1e6, 1e6),
            "GBs",
            "hot records",
            "A cache that all nodes share: about 1 ms over a network; measured on one machine, 20 to 85 µs.",
            Optional.of(Tier.REDIS)),
    CDN(
            "CDN",
            "near users",
            new Range(10e6, 50e6),
            "TBs",
            "pages",
            "A cache at the edge, near the user: 10 to 50 ms.",
            Optional.of(Tier.EDGE)),
    DATABASE(
            "Database",
            "disk, query",
            new Range(10e6, 100e6),
            "TBs",
            "the truth",
            "The system of record, over a network and behind a query: 10 to 100 ms.",
            Optional.of(Tier.DATABASE));

    /** From one latency to another, in nanoseconds; both are the same where there is one figure. */
    record Range(double from, double to) {
        String words() {
            var end = Times.roundLength(to);
            if (from == to) {
                return end;
            }
            var begin = Times.roundLength(from);
            var unit = end.substring(end.indexOf(' '));
            return begin.replace(unit, "") + "–" + end;
        }
    }

    private final String title;
    private final String place;
    private final Range typical;
    private final String size;
    private final String use;
    private final String sentence;
    private final Optional<Tier> tier;

    Level(
            String title,
            String place,
            Range typical,
            String size,
            String use,
            String sentence,
            Optional<Tier> tier) {
        this.title = title;
        this.place = place;
        this.typical = typical;
        this.size = size;
        this.use = use;
        this.sentence = sentence;
        this.tier = tier;
    }

    String title() {
        return title;
    }

    String place() {
        return place;
    }

    Range typical() {
        return typical;
    }

    /** What it took on one machine, without a network, where that is known. */
    Optional<Range> local() {
        return this == REDIS ? Optional.of(new Range(20e3, 85e3)) : Optional.empty();
    }

    String size() {
        return size;
    }

    /** What is kept there. */
    String use() {
        return use;
    }

    String sentence() {
        return sentence;
    }

    /** The tier of a run that it is, if it is one. */
    Optional<Tier> tier() {
        return tier;
    }

    Tone tone() {
        return switch (this) {
            case L1, L2, L3, MEMORY -> Tone.TIER_APP;
            case REDIS -> Tone.TIER_REDIS;
            case CDN -> Tone.TIER_CLIENT;
            case DATABASE -> Tone.TIER_DATABASE;
        };
    }
}
