package cachescope.app.lru;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.projection.order.Move;
import cachescope.engine.projection.order.Ranking;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepsTest {

    @Test
    void aHitUnlinksAndLinksPointerByPointer() {
        var steps = of(Ranking.RECENCY, move(Move.Kind.FOUND, "c", "b"), "c", "a", "b", "d");
        assertThat(steps.stream().map(Step::line))
                .containsExactly(
                        "node = map[key]",
                        "node.previous.next = node.next",
                        "node.next.previous = node.previous",
                        "node.next = HEAD.next, previous = HEAD",
                        "HEAD.next.previous = HEAD.next = node");
        assertThat(steps.get(1).written())
                .containsExactly(Pointer.next(Cell.of("b"), Cell.of("d")));
        assertThat(steps.get(2).lifted()).isEqualTo("c");
        assertThat(steps.getLast().lifted()).isEmpty();
    }

    /** Done on real pointers, the written ones lead from the order before to the one after. */
    @Test
    void whatIsWrittenMakesTheOrderThatFollows() {
        var after = Order.of(List.of("c", "a", "b", "d"));
        var move = move(Move.Kind.FOUND, "c", "b");
        var next = new HashMap<Cell, Cell>();
        var previous = new HashMap<Cell, Cell>();
        link(Steps.before(Ranking.RECENCY, move, after, ""), next, previous);
        for (var step : Steps.of(Ranking.RECENCY, move, after, "")) {
            step.written().forEach(pointer -> write(pointer, next, previous));
        }
        var wantedNext = new HashMap<Cell, Cell>();
        var wantedPrevious = new HashMap<Cell, Cell>();
        link(after, wantedNext, wantedPrevious);
        assertThat(next).isEqualTo(wantedNext);
        assertThat(previous).isEqualTo(wantedPrevious);
    }

    @Test
    void whoIsFirstAlreadyStays() {
        var steps = of(Ranking.RECENCY, move(Move.Kind.FOUND, "a", ""), "a", "b");
        assertThat(steps).hasSize(2).allMatch(step -> step.written().isEmpty());
    }

    @Test
    void anEvictionFallsOffTheTailBeforeTheNewOneIsLinked() {
        var move = new Move(Move.Kind.ADDED, "d", 1, 1, "", List.of(), List.of("a"));
        var after = Order.of(List.of("d", "c", "b"));
        assertThat(Steps.before(Ranking.RECENCY, move, after, ""))
                .isEqualTo(Order.of(List.of("c", "b", "a")));
        var steps = Steps.of(Ranking.RECENCY, move, after, "");
        assertThat(steps.stream().map(Step::gone)).containsOnlyOnce("a");
        assertThat(steps.getLast().order()).isEqualTo(after);
    }

    @Test
    void whoWasPassedHadStoodAtTheTail() {
        var move = new Move(Move.Kind.ADDED, "d", 1, 1, "", List.of("a"), List.of("b"));
        var after = Order.of(List.of("d", "a", "c"));
        assertThat(Steps.before(Ranking.SECOND_CHANCE, move, after, ""))
                .isEqualTo(Order.of(List.of("c", "b", "a")));
        assertThat(Steps.of(Ranking.SECOND_CHANCE, move, after, "").getLast().order())
                .isEqualTo(after);
    }

    @Test
    void sievesVictimLeavesFromTheMidst() {
        var move = new Move(Move.Kind.ADDED, "e", 1, 1, "", List.of("a"), List.of("b"));
        var after = Order.of(List.of("e", "d", "c", "a"));
        assertThat(Steps.before(Ranking.HAND, move, after, "c"))
                .isEqualTo(Order.of(List.of("d", "c", "b", "a")));
    }

    private static Move move(Move.Kind kind, String key, String from) {
        return new Move(kind, key, 1, 1, from, List.of(), List.of());
    }

    private static List<Step> of(Ranking ranking, Move move, String... after) {
        return Steps.of(ranking, move, Order.of(List.of(after)), "");
    }

    private static void link(Order order, Map<Cell, Cell> next, Map<Cell, Cell> previous) {
        var cells = order.cells();
        for (int i = 1; i < cells.size(); i++) {
            next.put(cells.get(i - 1), cells.get(i));
            previous.put(cells.get(i), cells.get(i - 1));
        }
    }

    private static void write(Pointer pointer, Map<Cell, Cell> next, Map<Cell, Cell> previous) {
        (pointer.next() ? next : previous).put(pointer.from(), pointer.to());
    }
}
