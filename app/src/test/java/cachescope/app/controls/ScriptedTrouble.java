package cachescope.app.controls;

import cachescope.engine.run.Disturbance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what is made go wrong, or refuses it with the reason that a test gives. */
final class ScriptedTrouble implements Troublemaker {
    final List<Disturbance> made = new ArrayList<>();
    Optional<String> againstPausing = Optional.empty();
    Optional<String> refusal = Optional.empty();

    @Override
    public Optional<String> reasonAgainst(Disturbance disturbance) {
        return disturbance instanceof Disturbance.PauseRedis ? againstPausing : Optional.empty();
    }

    @Override
    public Optional<String> make(Disturbance disturbance) {
        if (refusal.isEmpty()) {
            made.add(disturbance);
        }
        return refusal;
    }
}
