package cachescope.app.axis;

/** A mark on an axis: the value where it stands and the words beside it. */
public record Tick(double value, String label) {}
