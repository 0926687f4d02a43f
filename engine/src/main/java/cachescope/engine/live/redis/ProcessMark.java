package cachescope.engine.live.redis;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A process that can be told from a later one of the same number: by when it started, in
 * milliseconds since 1970.
 */
record ProcessMark(long pid, long startedAt) {
    /**
     * The system counts from its own start, of which two programs may think a little differently.
     */
    private static final long TOLERANCE_MILLIS = 2_000;

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}) (\\d{1,18})\n");

    static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), startedAt(process).orElse(0L));
    }

    static Optional<ProcessMark> parse(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new ProcessMark(
                                Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** The process, if it is still running. One whose start can't be seen is taken to be it. */
    Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startedAt(process).map(this::isNear).orElse(true));
    }

    private boolean isNear(long start) {
        return startedAt == 0 || Math.abs(start - startedAt) <= TOLERANCE_MILLIS;
    }

    private static Optional<Long> startedAt(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli);
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return pid + " " + startedAt + "\n";
    }
}
