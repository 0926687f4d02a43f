package cachescope.engine.port;

import cachescope.engine.event.Answer;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf the running code works. It travels in a {@link ScopedValue}: {@link Tasks} binds
 * it for each task, so the decorators round the ports know who called while the caching code does
 * not pass it along.
 */
public final class Caller {
    /** The caller of the running task. */
    public static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    private final Cause cause;
    private final String node;
    private final long size;
    private final List<String> tags;
    private volatile @Nullable Answer answer;
    private volatile boolean killed;

    private Caller(Cause cause, String node, long size, List<String> tags) {
        this.cause = cause;
        this.node = node;
        this.size = size;
        this.tags = tags;
    }

    /** A request at an application node; {@code size} is the size of its value in bytes. */
    public static Caller request(long request, String node, long size) {
        return request(request, node, size, List.of());
    }

    /** A request whose key carries tags by the recording. */
    public static Caller request(long request, String node, long size, List<String> tags) {
        return new Caller(new Cause.Request(request), node, size, List.copyOf(tags));
    }

    /** Work in the background of an application node. */
    public static Caller background(Cause.Background cause, String node) {
        return new Caller(cause, node, 0, List.of());
    }

    /** Work in the background that a caller leads to, for the same key. */
    public Caller background(Cause.Background work) {
        return new Caller(work, node, 0, tags);
    }

    public Cause cause() {
        return cause;
    }

    public String node() {
        return node;
    }

    /** The size in bytes of the value that the request reads or writes; 0 in the background. */
    public long size() {
        return size;
    }

    /** The tags that the recording gives the request's key; empty where it gives none. */
    public List<String> tags() {
        return tags;
    }

    /**
     * Says that the caller's node was killed: none of its calls takes effect from now on, and none
     * is observed.
     */
    public void kill() {
        killed = true;
    }

    public boolean isKilled() {
        return killed;
    }

    /**
     * Notes a look-up. The first hit, or the first miss of the shared cache, decides how the
     * request was answered.
     */
    public void lookedUp(Tier tier, Outcome outcome) {
        if (answer == null && outcome == Outcome.HIT) {
            answer = Answer.HIT;
        } else if (answer == null && tier == Tier.REDIS) {
            answer = Answer.MISS;
        }
    }

    /** How the request was answered, as far as its look-ups have decided it; absent before. */
    public @Nullable Answer answer() {
        return answer;
    }
}
