package cachescope.app.stage;

import cachescope.app.frame.Selection;
import cachescope.engine.event.Cause;
import cachescope.engine.projection.Journey;

/** A journey at the point where it is drawn. */
record Packet(Journey journey, Position position, double x, double y) {

    Packet movedTo(double newX, double newY) {
        return new Packet(journey, position, newX, newY);
    }

    /** What choosing it chooses. */
    Selection selection() {
        return switch (journey.cause()) {
            case Cause.Request request -> new Selection.OfRequest(request.request());
            case Cause.Background background ->
                    new Selection.OfBackground(
                            background.task(),
                            journey.legs().isEmpty() ? -1 : journey.legs().getFirst().call());
        };
    }
}
