package cachescope.engine.run;

import cachescope.engine.event.EventSink;
import cachescope.engine.port.MessageBus;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.faulty.LosingBus;
import cachescope.engine.port.observed.Calls;
import cachescope.engine.port.observed.Messages;
import cachescope.engine.port.observed.ObservedBus;

/** What the nodes of a run tell each other over. */
final class Wires {
    private final LosingBus losing;
    private final MessageBus observed;

    Wires(Stores stores, EventSink sink, Tasks tasks, Calls calls) {
        var messages = new Messages(sink, tasks);
        this.losing = new LosingBus(stores.bus(messages), messages);
        this.observed = new ObservedBus(losing, messages, calls);
    }

    MessageBus bus() {
        return observed;
    }

    /** Lets the next message to a node get lost. */
    void loseNext(String node) {
        losing.loseNext(node);
    }
}
