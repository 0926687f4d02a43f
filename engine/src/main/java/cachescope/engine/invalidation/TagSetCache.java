package cachescope.engine.invalidation;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.ForwardingCache;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.TagSets;

/**
 * The classic form of tags: a set of the keys that carry each tag, filled with each put, and gone
 * through by each invalidation, which deletes what it finds, and the entry of its own key whatever
 * tags that was noted under. That is as much work as there are entries; and an entry of another key
 * that is noted after the set was looked through stays: its put and its note are two steps. It also
 * has the races of a plain delete, as it leaves no tombstones.
 */
public final class TagSetCache extends ForwardingCache {
    private final TagSets sets;
    private final CopiesListener listener;

    public TagSetCache(CacheStore cache, TagSets sets, CopiesListener listener) {
        super(cache);
        this.sets = sets;
        this.listener = listener;
    }

    @Override
    public boolean put(String key, Entry entry, PutCondition condition) throws CacheUnavailable {
        boolean taken = cache.put(key, entry, condition);
        if (taken) {
            for (var tag : Tags.of(key)) {
                sets.add(tag, key);
            }
        }
        return taken;
    }

    @Override
    public boolean write(String key, Entry entry, PutCondition condition) throws CacheUnavailable {
        return put(key, entry, condition);
    }

    @Override
    public void invalidate(String key, long version) throws CacheUnavailable {
        cache.remove(key);
        for (var tag : Tags.of(key)) {
            var members = sets.members(tag);
            for (var member : members) {
                if (!member.equals(key)) {
                    cache.remove(member);
                }
            }
            sets.remove(tag);
            listener.tagInvalidated(tag, members.size());
        }
    }

    @Override
    public void remove(String key) throws CacheUnavailable {
        invalidate(key, Long.MAX_VALUE);
    }
}
