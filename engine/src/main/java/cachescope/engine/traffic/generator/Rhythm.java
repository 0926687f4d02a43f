package cachescope.engine.traffic.generator;

import java.util.List;

/**
 * How busy it is in which part of the time: phases one after another, in each of which requests
 * come evenly.
 */
record Rhythm(List<Phase> phases) {

    /**
     * A part of the time, with how many requests come in it against other phases of the same
     * length.
     */
    record Phase(double length, double rate) {}

    static Rhythm even() {
        return new Rhythm(List.of(new Phase(1, 1)));
    }

    /** The share of the time, 0 to 1, at which the given share of the requests has come. */
    double timeOf(double requestShare) {
        double all = phases.stream().mapToDouble(phase -> phase.length * phase.rate).sum();
        double left = requestShare * all;
        double time = 0;
        for (var phase : phases) {
            double inPhase = phase.length * phase.rate;
            if (left <= inPhase) {
                return time + left / phase.rate;
            }
            left -= inPhase;
            time += phase.length;
        }
        return time;
    }
}
