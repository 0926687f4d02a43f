package cachescope.engine.projection.stampede;

/**
 * The end of an entry by its age, or just before that: {@code loads} began before the next entry
 * was there.
 *
 * @param at when the next entry was there
 * @param bare from the start of the first of the loads until then, in nanoseconds
 * @param early whether the first of the loads began before the entry had expired
 */
public record Expiry(long at, int loads, long bare, boolean early) {}
