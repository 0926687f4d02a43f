package cachescope.engine.simulation;

import cachescope.engine.port.StoredKey;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A part of what a simulated Redis holds, for who looks on: looking is no use and changes nothing.
 */
@FunctionalInterface
interface Holding {
    /** The time at which what never expires does. */
    long NEVER = Long.MAX_VALUE;

    /** Hands out all keys that have not expired, by their names in this part, in any order. */
    void each(Consumer<Held> look);

    /**
     * A key that is held, whose value is asked for while it is handed out.
     *
     * @param timeToLive in nanoseconds; {@link #NEVER} for ever
     */
    record Held(String name, Supplier<Structure> value, long timeToLive) {

        /** The same as it is told, with values of so many characters and so many of them. */
        StoredKey told(String fullName, int charactersMax, int partsMax) {
            var structure = value.get();
            var all = structure.parts();
            int parting = structure instanceof Structure.Hash ? 2 : 1;
            var shown = all.subList(0, Math.min(all.size(), partsMax * parting));
            boolean shortened =
                    structure instanceof Structure.Text(var text) && text.length() > charactersMax;
            return new StoredKey(
                    fullName,
                    structure.type(),
                    shown.stream().map(part -> cut(part, charactersMax)).toList(),
                    shortened || shown.size() < all.size(),
                    structure.length(),
                    timeToLive == NEVER ? OptionalLong.empty() : OptionalLong.of(timeToLive),
                    bytes(fullName) + all.stream().mapToLong(Holding::bytes).sum());
        }

        private static String cut(String part, int charactersMax) {
            return part.length() <= charactersMax ? part : part.substring(0, charactersMax);
        }
    }

    /** The length of a text in UTF-8. */
    static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A string that lives until a time, as of now. */
    static Held text(String name, Supplier<String> value, long until, long now) {
        return new Held(
                name, () -> new Structure.Text(value.get()), until == NEVER ? NEVER : until - now);
    }
}
