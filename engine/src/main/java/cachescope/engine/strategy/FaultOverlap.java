package cachescope.engine.strategy;

import cachescope.engine.strategy.fault.FaultRule;
import java.util.List;
import java.util.Optional;

/** Looks for a fault that is there twice at the same time. */
final class FaultOverlap {

    private FaultOverlap() {}

    /** What overlaps itself, in a sentence; empty if nothing does. */
    static Optional<String> in(List<FaultRule> faults) {
        for (int first = 0; first < faults.size(); first++) {
            for (int second = first + 1; second < faults.size(); second++) {
                if (overlap(faults.get(first), faults.get(second))) {
                    return Optional.of(
                            "The fault '%s' overlaps '%s': expected one of a kind at a time."
                                    .formatted(
                                            FaultText.print(faults.get(second)),
                                            FaultText.print(faults.get(first))));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean overlap(FaultRule one, FaultRule other) {
        boolean meet =
                one.span().from() < other.span().to() && other.span().from() < one.span().to();
        return meet && one.getClass() == other.getClass() && subject(one).equals(subject(other));
    }

    private static String subject(FaultRule fault) {
        return switch (fault) {
            case FaultRule.OfTier call -> call.tier().name();
            case FaultRule.NodeKilled killed -> Integer.toString(killed.node());
            case FaultRule.OfMessages _ -> "messages";
        };
    }
}
