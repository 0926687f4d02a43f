package cachescope.app.lru;

import cachescope.engine.projection.order.Move;
import cachescope.engine.projection.order.Ranking;
import java.util.ArrayList;
import java.util.List;

/** The lines of an operation, one by one, of a move and the order that it led to. */
final class Steps {
    private final Ranking ranking;
    private final Move move;
    private final List<Step> steps = new ArrayList<>();
    private Order order;

    private Steps(Ranking ranking, Move move, Order before) {
        this.ranking = ranking;
        this.move = move;
        this.order = before;
    }

    /**
     * @param after the order that the move led to
     * @param hand where SIEVE's hand points after it; empty if nowhere
     */
    static List<Step> of(Ranking ranking, Move move, Order after, String hand) {
        var steps = new Steps(ranking, move, before(ranking, move, after, hand));
        steps.run(after);
        return List.copyOf(steps.steps);
    }

    /** The order as it was before a move. */
    static Order before(Ranking ranking, Move move, Order after, String hand) {
        var order = after;
        switch (move.kind()) {
            case FOUND, REPLACED -> {
                if (ranking == Ranking.RECENCY || ranking == Ranking.UNKNOWN) {
                    order = order.without(move.key()).behind(move.from(), move.key());
                }
            }
            case ADDED -> {
                order = order.without(move.key());
                for (var passed : passedOver(ranking, move)) {
                    order = order.without(passed);
                }
                for (var victim : move.left().reversed()) {
                    order =
                            ranking == Ranking.HAND
                                    ? order.behind(hand, victim)
                                    : order.atTail(victim);
                }
                for (var passed : passedOver(ranking, move).reversed()) {
                    order = order.atTail(passed);
                }
            }
            case REMOVED -> order = order.behind(move.from(), move.key());
            case ABSENT, REFUSED, EMPTIED -> {}
        }
        return order;
    }

    /** Those that got a second chance, and so moved. */
    private static List<String> passedOver(Ranking ranking, Move move) {
        return ranking == Ranking.SECOND_CHANCE ? move.passed() : List.of();
    }

    private void run(Order after) {
        switch (move.kind()) {
            case FOUND -> used();
            case REPLACED -> used();
            case ABSENT -> steps.add(Step.look("map[key] is empty: a miss", order, move.key()));
            case REFUSED ->
                    steps.add(Step.look("not taken: what is there stays", order, move.key()));
            case ADDED -> added();
            case REMOVED -> removed();
            case EMPTIED -> steps.add(Step.plain("everything is dropped", after, ""));
        }
        if (!steps.getLast().order().equals(after)) {
            steps.add(Step.plain(sorting(), after, move.key()));
        }
    }

    /** What puts entries in the order that is shown where no pointer does. */
    private String sorting() {
        return switch (ranking) {
            case FREQUENCY -> "(sorted by uses)";
            case UNKNOWN -> "(listed by last use)";
            case TOLD -> "(the order of the policy)";
            case RECENCY, INSERTION, SECOND_CHANCE, HAND -> "(the order that follows)";
        };
    }

    private void used() {
        var key = move.key();
        steps.add(Step.look("node = map[key]", order, key));
        if (ranking.marks()) {
            steps.add(Step.plain(marking() + " = true", order, key));
        } else if (ranking == Ranking.INSERTION) {
            steps.add(Step.plain("a use moves nothing", order, key));
        } else if (ranking == Ranking.FREQUENCY) {
            steps.add(Step.plain("node.uses = node.uses + 1", order, key));
        } else if (ranking == Ranking.UNKNOWN || ranking == Ranking.TOLD) {
            steps.add(Step.plain("the policy notes the use", order, key));
        } else if (order.first().equals(Cell.of(key))) {
            steps.add(Step.plain("HEAD.next is node: it stays", order, key));
        } else {
            unlink(key);
            order = order.without(key);
            link(key);
        }
    }

    private String marking() {
        return ranking == Ranking.HAND ? "node.visited" : "node.referenced";
    }

    private void added() {
        var key = move.key();
        steps.add(Step.look("map[key] is empty", order, key));
        if (!move.passed().isEmpty()) {
            pass();
        }
        for (var victim : move.left()) {
            unlink(victim);
            order = order.without(victim);
            steps.add(Step.fall("map.remove(node.key)  // evicted", order, victim));
        }
        link(key);
    }

    private void pass() {
        var first = move.passed().getFirst();
        if (ranking == Ranking.SECOND_CHANCE) {
            for (var passed : move.passed()) {
                order = order.without(passed).atHead(passed);
            }
            steps.add(Step.plain("while TAIL.previous.referenced: to HEAD", order, first));
        } else {
            steps.add(Step.plain("while HAND.visited: HAND = previous", order, first));
        }
    }

    private void removed() {
        var key = move.key();
        steps.add(Step.look("node = map.remove(key)", order, key));
        unlink(key);
        order = order.without(key);
        steps.add(Step.fall("return node.value", order, key));
    }

    /** The neighbours of a node point past it; then it hangs out of the row. */
    private void unlink(String key) {
        var before = order.before(key);
        var behind = order.behind(key);
        var past = Pointer.next(before, behind);
        var back = Pointer.previous(behind, before);
        steps.add(
                new Step(
                        "node.previous.next = node.next",
                        order,
                        key,
                        "",
                        "",
                        List.of(past),
                        List.of(past),
                        false));
        steps.add(
                new Step(
                        "node.next.previous = node.previous",
                        order,
                        key,
                        key,
                        "",
                        List.of(past, back),
                        List.of(back),
                        false));
    }

    /** A node that hangs out of the row points to what is first; then those point to it. */
    private void link(String key) {
        var first = order.first();
        order = order.atHead(key);
        var node = Cell.of(key);
        steps.add(
                new Step(
                        "node.next = HEAD.next, previous = HEAD",
                        order,
                        key,
                        key,
                        "",
                        List.of(Pointer.next(Cell.HEAD, first), Pointer.previous(first, Cell.HEAD)),
                        List.of(Pointer.previous(node, Cell.HEAD), Pointer.next(node, first)),
                        false));
        steps.add(
                new Step(
                        "HEAD.next.previous = HEAD.next = node",
                        order,
                        key,
                        "",
                        "",
                        List.of(),
                        List.of(Pointer.next(Cell.HEAD, node), Pointer.previous(first, node)),
                        false));
    }
}
