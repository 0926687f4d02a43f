package cachescope.engine.event;

import java.util.List;

/**
 * One call from its start to its end, whatever it did: its number, when it left ({@code
 * startedAt}), took effect ({@code at}) and came back ({@code endedAt}), for whom, from which
 * application node ({@code app-1}) and to which tier. {@code statements} are the Redis commands and
 * the SQL as sent, each cut at 512 characters.
 */
public record Span(
        long call,
        long startedAt,
        long at,
        long endedAt,
        Cause cause,
        String node,
        Tier tier,
        List<String> statements) {

    /** The same call, having taken effect at a moment of its own before it came back. */
    public Span effectiveAt(long moment) {
        return new Span(call, startedAt, moment, endedAt, cause, node, tier, statements);
    }

    /** The same call with no statements: for the parts of a batch, which share one call. */
    public Span withoutStatements() {
        return new Span(call, startedAt, at, endedAt, cause, node, tier, List.of());
    }
}
