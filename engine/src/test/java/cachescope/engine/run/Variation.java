package cachescope.engine.run;

import java.util.List;

/**
 * A way to start Java that may not change a simulated run.
 *
 * @param share which share of the seeds it runs: one in so many
 */
record Variation(String name, int share, List<String> options) {
    /** Java as it starts by itself. */
    static final Variation PLAIN = of("as it is");

    /** Everything that may not matter. */
    static final List<Variation> ALL =
            List.of(
                    of("again"),
                    of("one processor", "-XX:ActiveProcessorCount=1"),
                    of("two processors, one carrier", "-XX:ActiveProcessorCount=2", carriers(1)),
                    of("eight carriers", "-XX:ActiveProcessorCount=8", carriers(8)),
                    of(
                            "Turkish, UTC+14",
                            "-Duser.language=tr",
                            "-Duser.country=TR",
                            "-Duser.timezone=Pacific/Kiritimati"),
                    of(
                            "Arabic, UTC-3:30, Latin-1",
                            "-Duser.language=ar",
                            "-Duser.country=EG",
                            "-Duser.timezone=America/St_Johns",
                            "-Dfile.encoding=ISO-8859-1"),
                    of("little memory", "-Xmx64m", "-XX:+UseSerialGC"),
                    of("much memory", "-Xmx1g", "-XX:+UseParallelGC"),
                    new Variation("interpreted", 20, List.of("-Xint")));

    /** Most of it at once, for those who have no time. */
    static final List<Variation> FEW =
            List.of(
                    of(
                            "one processor, Turkish, little memory",
                            "-XX:ActiveProcessorCount=1",
                            carriers(1),
                            "-Duser.language=tr",
                            "-Duser.country=TR",
                            "-Duser.timezone=Pacific/Kiritimati",
                            "-Xmx64m"),
                    of(
                            "interpreted, Arabic, Latin-1",
                            "-Xint",
                            carriers(8),
                            "-Duser.language=ar",
                            "-Duser.country=EG",
                            "-Dfile.encoding=ISO-8859-1"));

    private static Variation of(String name, String... options) {
        return new Variation(name, 1, List.of(options));
    }

    private static String carriers(int number) {
        return "-Djdk.virtualThreadScheduler.parallelism=" + number;
    }
}
