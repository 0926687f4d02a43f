package cachescope.app.lru;

import cachescope.app.frame.Frame;
import cachescope.app.frame.Screen;
import cachescope.app.words.Counts;
import cachescope.app.words.Times;
import cachescope.engine.projection.order.CacheLimits;
import cachescope.engine.projection.order.CachePlace;
import cachescope.engine.strategy.EvictionName;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Two policies on the look-ups of the chosen cache up to the playhead. They are tried only while
 * somebody looks. For the FX thread.
 */
public final class RivalsViewModel implements Screen {
    /** The capacity where the cache evicts nothing, and so has none. */
    static final long CAPACITY_OTHERWISE = 100;

    private final RivalReader reader = new RivalReader();
    private final Supplier<CachePlace> place;
    private final LongConsumer seek;
    private final ReadOnlyObjectWrapper<Optional<Standing>> standing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper difference = new ReadOnlyStringWrapper("");
    private RivalPolicy one = new RivalPolicy(EvictionName.LRU, 0);
    private RivalPolicy other = new RivalPolicy(EvictionName.SIEVE, 0);
    private @Nullable Frame last;
    private @Nullable RivalWish asked;
    private boolean watched;

    /**
     * @param place the cache that is looked at
     * @param seek goes to a time of the run
     */
    public RivalsViewModel(Supplier<CachePlace> place, LongConsumer seek) {
        this.place = place;
        this.seek = seek;
    }

    ReadOnlyObjectProperty<Optional<Standing>> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** Where they differ first, in a sentence. */
    ReadOnlyStringProperty differenceProperty() {
        return difference.getReadOnlyProperty();
    }

    RivalPolicy one() {
        return one;
    }

    RivalPolicy other() {
        return other;
    }

    void choose(RivalPolicy newOne, RivalPolicy newOther) {
        one = newOne;
        other = newOther;
        ask();
    }

    /** Goes to the first difference, if there is one. */
    void goToDifference() {
        standing.get().flatMap(Standing::first).ifPresent(first -> seek.accept(first.at()));
    }

    /** Whether somebody looks; asked at the beginning of every frame. */
    public void look(boolean now) {
        watched = now;
        ask();
        reader.take().ifPresent(this::show);
        reader.failure().ifPresent(difference::set);
    }

    @Override
    public void show(Frame frame) {
        last = frame;
        ask();
    }

    @Override
    public boolean isReady() {
        return !watched
                || asked == null
                || standing.get().filter(there -> there.wish().equals(asked)).isPresent()
                || reader.failure().isPresent();
    }

    private void ask() {
        if (!watched || last == null) {
            return;
        }
        long capacity =
                last.whole()
                        .course()
                        .strategyAt(last.time())
                        .map(strategy -> CacheLimits.of(strategy, place.get()).capacity())
                        .filter(known -> known > 0)
                        .orElse(CAPACITY_OTHERWISE);
        var wish = new RivalWish(last.log(), place.get(), one, other, capacity, last.timeInRun());
        if (!wish.equals(asked)) {
            asked = wish;
            reader.order(wish);
        }
    }

    private void show(Standing now) {
        if (asked == null || !now.wish().isOfSameTrial(asked)) {
            return;
        }
        standing.set(Optional.of(now));
        difference.set(
                now.first().map(first -> words(now.wish(), first)).orElseGet(() -> sameWords(now)));
    }

    private static String sameWords(Standing now) {
        return Double.isNaN(now.one().hitRatio())
                ? "No key was looked up in this cache so far."
                : "They hold the same so far.";
    }

    private static String words(RivalWish wish, Rivals.Difference first) {
        return "First difference at "
                + Times.clock(first.at())
                + ": "
                + keeps(wish.one(), first.oneKeeps())
                + ", "
                + keeps(wish.other(), first.otherKeeps())
                + ".";
    }

    private static String keeps(RivalPolicy policy, String key) {
        return title(policy) + " keeps " + (key.isEmpty() ? "nothing more" : KeyWords.brief(key));
    }

    /** {@code sampled LRU (5)}. */
    static String title(RivalPolicy policy) {
        return LruWords.eviction(policy.name().label())
                + (policy.samples() > 0 ? " (" + policy.samples() + ")" : "");
    }

    /** How one of them fared. */
    static String fared(RivalPolicy policy, Standing.Side side) {
        var hits = Counts.share(side.hitRatio()) + " hits";
        var as =
                side.evictions() == 0
                        ? ""
                        : " · "
                                + Counts.share((double) side.agreed() / side.evictions())
                                + " of "
                                + Counts.of(side.evictions(), "eviction", "evictions")
                                + " as exact LRU";
        return title(policy) + " · " + hits + as;
    }

    /** Who left last and who would have under exact LRU; the most of it that there is room for. */
    static String left(Standing.Side side, Predicate<String> fits) {
        var gone = side.last().orElse(null);
        if (gone == null) {
            return "nobody left yet";
        }
        var went = KeyWords.brief(gone.went()) + " went";
        if (gone.went().equals(gone.exact())) {
            return went + ", the longest unused";
        }
        var from = gone.fromTail() > 0 ? ", " + place(gone.fromTail()) + " from the tail" : "";
        var exact = "; exact LRU: " + KeyWords.brief(gone.exact());
        return Stream.of(went + from + exact, went + from).filter(fits).findFirst().orElse(went);
    }

    private static String place(int number) {
        boolean teen = number % 100 >= 11 && number % 100 <= 13;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
