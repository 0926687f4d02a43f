package cachescope.app.sizing;

import cachescope.engine.sizing.By;
import cachescope.engine.sizing.Curve;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the chart shows.
 *
 * @param curves of one kind of capacity, the leading one first
 * @param pointed the capacity at which somebody points
 */
record Shown(By by, List<Curve> curves, List<Mark> marks, OptionalLong pointed) {
    static final Shown NOTHING = new Shown(By.OBJECTS, List.of(), List.of(), OptionalLong.empty());

    long smallest() {
        return curves.stream()
                .mapToLong(curve -> curve.points().getFirst().capacity())
                .min()
                .orElse(1);
    }

    long largest() {
        return curves.stream()
                .mapToLong(curve -> curve.points().getLast().capacity())
                .max()
                .orElse(1);
    }
}
