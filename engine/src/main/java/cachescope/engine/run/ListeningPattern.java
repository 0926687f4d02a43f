package cachescope.engine.run;

import cachescope.engine.near.Hearing;
import cachescope.engine.pattern.Pattern;
import cachescope.engine.port.TierUnavailable;
import cachescope.engine.port.Versioned;

/** A pattern whose node hears of what others write for as long as it serves. */
record ListeningPattern(Pattern pattern, Hearing hearing) implements Pattern {

    @Override
    public Versioned read(String key) throws TierUnavailable, InterruptedException {
        return pattern.read(key);
    }

    @Override
    public long write(String key, String value) throws TierUnavailable, InterruptedException {
        return pattern.write(key, value);
    }

    @Override
    public long delete(String key) throws TierUnavailable, InterruptedException {
        return pattern.delete(key);
    }

    @Override
    public boolean commitsLater() {
        return pattern.commitsLater();
    }

    @Override
    public void close() throws InterruptedException {
        try {
            pattern.close();
        } finally {
            hearing.close();
        }
    }

    @Override
    public void abandon() throws InterruptedException {
        try {
            pattern.abandon();
        } finally {
            hearing.close();
        }
    }
}
