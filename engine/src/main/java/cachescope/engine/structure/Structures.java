package cachescope.engine.structure;

import cachescope.engine.port.StructureStore;
import cachescope.engine.port.Tasks;

/**
 * Where the structures of a run are, beside its cache, with the time by which they live: in a
 * simulated world a time of their own, which passes while they are called and by {@link
 * Tasks#sleep}.
 */
public record Structures(StructureStore store, Tasks tasks) {}
