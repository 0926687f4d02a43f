package cachescope.app.sizing;

import cachescope.app.theme.Tone;
import cachescope.engine.strategy.EvictionName;
import java.util.List;

/**
 * How the line of a policy is drawn: by colour and by dashes, so that neither alone tells.
 *
 * @param dashes lengths drawn and left out in turn; none for a whole line
 */
record Stroke(Tone tone, List<Double> dashes) {

    static Stroke of(EvictionName policy) {
        return switch (policy) {
            case LRU -> new Stroke(Tone.HIT, List.of());
            case LINKED_HASH_MAP -> new Stroke(Tone.HIT, List.of(2.0, 3.0));
            case FIFO -> new Stroke(Tone.STALE, List.of(8.0, 3.0));
            case CLOCK -> new Stroke(Tone.STALE, List.of());
            case LFU -> new Stroke(Tone.MESSAGE, List.of());
            case SIEVE -> new Stroke(Tone.READ, List.of());
            case S3_FIFO -> new Stroke(Tone.READ, List.of(8.0, 3.0));
            case W_TINY_LFU -> new Stroke(Tone.DATABASE_CALL, List.of());
            case SAMPLED_LRU -> new Stroke(Tone.MISS, List.of(2.0, 3.0));
            case OPT -> new Stroke(Tone.BRIGHT, List.of(8.0, 3.0, 2.0, 3.0));
        };
    }
}
