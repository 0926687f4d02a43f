package cachescope.engine.eviction;

/** A value with its weight, for maps that know no weights. */
record Weighed<V>(V value, int weight) {}
