package cachescope.app.lru;

import cachescope.app.frame.Frame;
import cachescope.app.frame.Screen;
import cachescope.engine.projection.order.CacheLimits;
import cachescope.engine.projection.order.CachePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The list of one cache at a moment: the near cache of a node, or the shared cache. It is read only
 * while somebody looks. For the FX thread.
 */
public final class LruViewModel implements Screen {
    /** How long, on the screen, an entry glows after its use. */
    private static final double GLOW_NANOS = 700e6;

    /** So many frames after it was asked for, a reading is late. */
    static final int PATIENCE_FRAMES = 20;

    private static final int BY_TIME = -1;
    private static final String FIRST_NODE = "app-1";

    private final OrderReader reader = new OrderReader();
    private final ReadOnlyObjectWrapper<List<CachePlace>> places =
            new ReadOnlyObjectWrapper<>(List.of(new CachePlace(FIRST_NODE), CachePlace.SHARED));
    private final ReadOnlyObjectWrapper<CachePlace> place =
            new ReadOnlyObjectWrapper<>(new CachePlace(FIRST_NODE));
    private final ReadOnlyObjectWrapper<Picture> picture =
            new ReadOnlyObjectWrapper<>(Picture.EMPTY);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("LRU");
    private final ReadOnlyStringWrapper operation = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper meaning = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyEmpty =
            new ReadOnlyStringWrapper(LruWords.noNearCache());
    private final ReadOnlyObjectWrapper<Boolean> offersNearCache =
            new ReadOnlyObjectWrapper<>(true);
    private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper aloud = new ReadOnlyStringWrapper("");
    private @Nullable Frame last;
    private @Nullable Wish asked;
    private @Nullable Reading shown;
    private boolean chosen;
    private boolean watched;
    private int stepByHand = BY_TIME;
    private int framesWaited;
    private long toldTime = -1;

    /** The caches that can be chosen. */
    ReadOnlyObjectProperty<List<CachePlace>> placesProperty() {
        return places.getReadOnlyProperty();
    }

    /** The cache that is shown. */
    public ReadOnlyObjectProperty<CachePlace> placeProperty() {
        return place.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** The policy's name. */
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The last call, as it is told above its lines. */
    ReadOnlyStringProperty operationProperty() {
        return operation.getReadOnlyProperty();
    }

    ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** What the order means. */
    ReadOnlyStringProperty meaningProperty() {
        return meaning.getReadOnlyProperty();
    }

    /** How often the cache held what was asked for; where its state is late, that. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Why there is nothing to be seen, and what would change that; empty if there is. */
    ReadOnlyStringProperty whyEmptyProperty() {
        return whyEmpty.getReadOnlyProperty();
    }

    /** Whether a near cache is what is missing. */
    ReadOnlyObjectProperty<Boolean> offersNearCacheProperty() {
        return offersNearCache.getReadOnlyProperty();
    }

    /** The key that is shown everywhere; empty if none is. */
    ReadOnlyStringProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Everything in sentences, told a few times a second while time runs. */
    ReadOnlyStringProperty aloudProperty() {
        return aloud.getReadOnlyProperty();
    }

    /** Looks at another cache. */
    void choose(CachePlace other) {
        chosen = true;
        place.set(other);
        ask();
    }

    /** Selects a key; none if it is blank or selected already. */
    void select(String key) {
        var stripped = key.strip();
        selected.set(stripped.equals(selected.get()) ? "" : stripped);
        ask();
    }

    /** Goes so many lines on in the last call, or back where negative, and stays there. */
    void step(int lines) {
        if (shown != null && !picture.get().steps().isEmpty()) {
            stepByHand =
                    Math.clamp(
                            picture.get().step() + (long) lines,
                            0,
                            picture.get().steps().size() - 1);
            show(shown);
        }
    }

    /** Whether somebody looks; asked at the beginning of every frame. */
    public void look(boolean now) {
        if (now != watched) {
            watched = now;
            ask();
        }
        var reading = reader.take();
        framesWaited = reading.isPresent() || isReady() ? 0 : framesWaited + 1;
        reading.ifPresent(this::show);
        if (framesWaited > PATIENCE_FRAMES) {
            note.set(LruWords.LATE);
        }
        reader.failure().ifPresent(whyEmpty::set);
    }

    @Override
    public void show(Frame frame) {
        last = frame;
        showPlaces(frame);
        ask();
    }

    /** What is not looked at need not be there. */
    @Override
    public boolean isReady() {
        return !watched
                || asked == null
                || (shown != null && shown.wish().equals(asked))
                || reader.failure().isPresent();
    }

    private void ask() {
        if (watched && last != null) {
            var wish = new Wish(last.log(), place.get(), last.timeInRun(), selected.get());
            if (!wish.equals(asked)) {
                stepByHand = BY_TIME;
                asked = wish;
                reader.order(wish);
            }
        }
    }

    private void showPlaces(Frame frame) {
        var all = new ArrayList<CachePlace>();
        frame.whole().course().nodesAt(frame.time()).stream()
                .map(CachePlace::new)
                .forEach(all::add);
        if (all.isEmpty()) {
            all.add(new CachePlace(FIRST_NODE));
        }
        all.add(CachePlace.SHARED);
        if (!all.equals(places.get())) {
            places.set(List.copyOf(all));
        }
        if (!chosen) {
            place.set(hasNearCaches() || !sharedEvicts() ? all.getFirst() : CachePlace.SHARED);
        } else if (!all.contains(place.get())) {
            place.set(all.getFirst());
        }
    }

    private boolean hasNearCaches() {
        return limits(new CachePlace(FIRST_NODE)).map(CacheLimits::capacity).orElse(0L) > 0;
    }

    private boolean sharedEvicts() {
        return limits(CachePlace.SHARED).map(CacheLimits::capacity).orElse(0L) > 0;
    }

    private Optional<CacheLimits> limits(CachePlace of) {
        return Optional.ofNullable(last)
                .flatMap(frame -> frame.whole().course().strategyAt(frame.time()))
                .map(strategy -> CacheLimits.of(strategy, of));
    }

    private void show(Reading reading) {
        if (last == null || !reading.wish().place().equals(place.get())) {
            return;
        }
        shown = reading;
        var move = reading.move();
        var steps =
                move.map(known ->
                                Steps.of(reading.ranking(), known, reading.order(), reading.hand()))
                        .orElse(List.of());
        var before =
                move.map(known ->
                                Steps.before(
                                        reading.ranking(), known, reading.order(), reading.hand()))
                        .orElse(reading.order());
        var at = at(reading, steps.size(), last.rate());
        operation.set(move.map(LruWords::operation).orElse(""));
        picture.set(
                new Picture(
                        steps,
                        before,
                        at.step(),
                        at.share(),
                        reading.ranking(),
                        reading.entries(),
                        reading.hand(),
                        selected.get(),
                        reading.wish().time(),
                        (long) (GLOW_NANOS * last.rate()),
                        reading.ribbon(),
                        reading.buckets()));
        tell(reading, last);
    }

    private Timeline at(Reading reading, int lines, double rate) {
        if (stepByHand != BY_TIME) {
            return new Timeline(Math.min(stepByHand, Math.max(0, lines - 1)), 1);
        }
        return reading.move()
                .map(move ->
                        Timeline.at(
                                lines,
                                (double) reading.wish().time() - move.at(),
                                (double) reading.nextAt() - move.at(),
                                rate))
                .orElse(Timeline.end(lines));
    }

    /** Numbers change a few times a second while time runs. */
    private void tell(Reading reading, Frame frame) {
        boolean none = reading.move().isEmpty();
        boolean lacks = none && !place.get().isShared() && !hasNearCaches();
        offersNearCache.set(lacks);
        whyEmpty.set(
                lacks
                        ? LruWords.noNearCache()
                        : none && reading.size() == 0 ? LruWords.nothingYet(place.get()) : "");
        if (frame.playing() && frame.numbersTime() == toldTime) {
            return;
        }
        toldTime = frame.numbersTime();
        title.set(LruWords.eviction(reading.limits().eviction()));
        counts.set(LruWords.counts(reading));
        note.set(LruWords.hits(reading));
        meaning.set(LruWords.order(reading));
        aloud.set(LruWords.aloud(reading));
    }
}
