package cachescope.engine.traffic;

import cachescope.engine.event.Operation;

/** Hands the keys of requests on, and counts them. */
final class HandedKeys implements RequestSink {
    private final KeySink keys;
    private long count;

    HandedKeys(KeySink keys) {
        this.keys = keys;
    }

    @Override
    public void accept(Request request) {
        count++;
        keys.key(request.at(), request.key(), request.size());
    }

    @Override
    public void accept(long at, Operation operation, long key, long size) {
        count++;
        keys.key(at, key, size);
    }

    long count() {
        return count;
    }
}
