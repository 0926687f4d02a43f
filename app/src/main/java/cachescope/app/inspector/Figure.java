package cachescope.app.inspector;

/** One number of a tier and what it is. */
public record Figure(String name, String value) {}
