package cachescope.app.controls;

import cachescope.engine.strategy.Balancer;
import cachescope.engine.strategy.ExpiryName;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.OnLockTimeout;
import cachescope.engine.strategy.TagForm;

/** The names and sentences by which expiry, invalidation, guard and balancer are offered. */
final class ProtectionWords {
    private ProtectionWords() {}

    static String title(ExpiryName expiry) {
        return switch (expiry) {
            case FIXED -> "Fixed";
            case JITTERED -> "Jittered";
            case ADAPTIVE -> "Adaptive";
        };
    }

    static String sentence(ExpiryName expiry) {
        return switch (expiry) {
            case FIXED -> "The same TTL for all: what was loaded together expires together.";
            case JITTERED ->
                    "Each entry lives a little longer or shorter, so that they do not end at once.";
            case ADAPTIVE -> "Keys that are read often live longer, by steps.";
        };
    }

    static String title(InvalidationName invalidation) {
        return switch (invalidation) {
            case TTL -> "TTL only";
            case EVENT -> "Events";
            case TAG -> "Tags";
            case VERSION -> "Versioned keys";
            case TRACKING -> "Redis tracking";
        };
    }

    static String sentence(InvalidationName invalidation) {
        return switch (invalidation) {
            case TTL -> "Nobody is told of a write: near copies stay until they expire.";
            case EVENT -> "A write is published, and every node drops its copy.";
            case TAG -> "A write ends the copies of its key and all that carry one of its tags.";
            case VERSION -> "The version is part of the key: a write makes readers look elsewhere.";
            case TRACKING -> "Redis itself tells the nodes what they keep and is no longer so.";
        };
    }

    static String title(TagForm form) {
        return switch (form) {
            case VERSIONS -> "Versions";
            case SETS -> "Sets of keys";
        };
    }

    static String sentence(TagForm form) {
        return switch (form) {
            case VERSIONS -> "Each tag has a version, and copies are compared with it when read.";
            case SETS -> "Redis keeps a set of keys for each tag, and a write deletes them all.";
        };
    }

    static String title(GuardName guard) {
        return switch (guard) {
            case NONE -> "None";
            case LOCK -> "Lock";
            case XFETCH -> "XFetch";
            case TAUGHT_XFETCH -> "XFetch, as taught";
            case BACKGROUND -> "Background";
            case LOCKED_XFETCH -> "Locked XFetch";
            case LEASE -> "Lease";
        };
    }

    static String sentence(GuardName guard) {
        return switch (guard) {
            case NONE -> "Whoever misses loads: a hot key that expires is loaded many times.";
            case LOCK -> "One loads, the others wait for it.";
            case XFETCH -> "A reader may load before the expiry, the likelier the closer it is.";
            case TAUGHT_XFETCH ->
                    "The form that is often taught; its beta does not make stampedes smaller.";
            case BACKGROUND -> "An expired value is served while one load runs.";
            case LOCKED_XFETCH -> "XFetch decides who loads early, the lock that it is one.";
            case LEASE ->
                    "A token is given at the miss; a write makes it void, and the fill fails.";
        };
    }

    static String title(OnLockTimeout behaviour) {
        return switch (behaviour) {
            case LOAD -> "Load anyway";
            case FAIL -> "Fail";
        };
    }

    static String title(Balancer balancer) {
        return switch (balancer) {
            case ROUND_ROBIN -> "Round robin";
            case CLIENT -> "By client";
            case KEY -> "By key";
        };
    }

    static String sentence(Balancer balancer) {
        return switch (balancer) {
            case ROUND_ROBIN -> "One node after the other: each near cache meets every key.";
            case CLIENT -> "One client, one node.";
            case KEY -> "One key, one node: near caches hold different keys.";
        };
    }
}
